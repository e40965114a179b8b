#!/usr/bin/python3
"""Makes the files of this folder with LibreOffice, as an official would: opens an export, edits it, saves it.

Needs soffice, python3-uno and cargo (Debian: libreoffice-writer-nogui libreoffice-calc-nogui python3-uno). Run it from the
workspace's root; the tests read what it made, so they need none of this.

There is no comment in any file: the headless LibreOffice 7.4 that this was made with falls over when it saves one as .docx.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

HERE = pathlib.Path(__file__).resolve().parent
WORD = "MS Word 2007 XML"
AUTHOR = "Quirina Namestone"


def properties(**values):
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(100):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    sys.exit("soffice did not answer")


def paragraphs(text):
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        one = walk.nextElement()
        if one.supportsService("com.sun.star.text.Paragraph"):
            yield one


def replace(document, old, new):
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString, search.SearchCaseSensitive = old, new, True
    assert document.replaceAll(search) == 1, old


def line(document, words):
    return next(one for one in paragraphs(document.Text) if one.String == words)


def add_item(document, after, words):
    cursor = document.Text.createTextCursorByRange(line(document, after).End)
    document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    document.Text.insertString(cursor, words, False)


def delete(document, words):
    one = line(document, words)
    cursor = document.Text.createTextCursorByRange(one.Start)
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)
    cursor.String = ""


def add_row(document, number, first, second):
    table = document.TextTables.getByIndex(number)
    rows = table.Rows.Count
    table.Rows.insertByIndex(rows - 1, 1)
    table.getCellByPosition(0, rows - 1).String = first
    table.getCellByPosition(1, rows - 1).String = second


def edit(document):
    replace(document, "with power. It costs", "with clean power. It will cost")
    replace(document, "העלות היא", "העלות תהיה")
    replace(document, "التكلفة", "ستكون التكلفة")
    add_item(document, "batteries", "inverters (3 kW)")
    add_item(document, "סוללות", "ממירים (3 kW)")
    add_item(document, "بطاريات", "محولات (3 kW)")
    delete(document, "A second paragraph, to be deleted.")
    delete(document, "פסקה שנייה, שתימחק.")
    delete(document, "فقرة ثانية ستُحذف.")
    add_row(document, 0, "Batteries", "20,000")
    add_row(document, 1, "סוללות", "20,000")
    add_row(document, 2, "بطاريات", "20,000")


def picture(document, folder):
    name = folder / "dot.png"
    name.write_bytes((HERE / "dot.png").read_bytes())
    image = document.createInstance("com.sun.star.text.TextGraphicObject")
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.graphic.GraphicProvider", context
    )
    image.Graphic = provider.queryGraphic(properties(URL=name.as_uri()))
    image.Width = image.Height = 1000
    document.Text.insertTextContent(line(document, "cables").End, image, False)


def footnote(document):
    note = document.createInstance("com.sun.star.text.Footnote")
    document.Text.insertTextContent(line(document, "כבלים").End, note, False)
    note.String = "a note"


def name_of_author():
    access = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    where = properties(nodepath="/org.openoffice.UserProfile/Data")
    profile = access.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", where)
    profile.givenname, profile.sn, profile.initials = AUTHOR.split()[0], AUTHOR.split()[1], "QN"
    profile.commitChanges()


def make(folder):
    paper = folder / "paper.docx"
    subprocess.run(["cargo", "run", "-q", "-p", "office", "--example", "sample_paper", str(paper)], check=True)

    def saved(name, work=lambda document: None, kind=WORD, load=None):
        document = desktop.loadComponentFromURL(load or paper.as_uri(), "_blank", 0, properties(Hidden=True))
        work(document)
        document.storeToURL((HERE / name).as_uri(), properties(FilterName=kind))
        document.close(True)

    def tracked(document):
        document.RecordChanges = True
        edit(document)

    def foreign(document):
        document.Text.String = "A letter that the portal never saw."

    saved("unchanged.docx")
    saved("edited.docx", edit)
    saved("tracked.docx", tracked)
    saved("picture.docx", lambda document: picture(document, folder))
    saved("footnote.docx", footnote)
    saved("foreign.docx", foreign, load="private:factory/swriter")

    def signed_text(document):
        foreign(document)
        document.RecordChanges = True
        document.Text.insertString(document.Text.End, " And more.", False)
        field = document.createInstance("com.sun.star.text.textfield.docinfo.CreateAuthor")
        document.Text.insertTextContent(document.Text.End, field, False)

    def signed_sheet(document):
        sheet = document.Sheets.getByIndex(0)
        sheet.getCellByPosition(0, 0).String = "Amount"
        sheet.getCellByPosition(0, 1).Value = 50000
        sheet.Annotations.insertNew(sheet.getCellByPosition(0, 1).CellAddress, "Is this enough?")

    saved("signed.odt", signed_text, "writer8", "private:factory/swriter")
    saved("signed.docx", signed_text, WORD, "private:factory/swriter")
    saved("signed.ods", signed_sheet, "calc8", "private:factory/scalc")
    saved("signed.xlsx", signed_sheet, "Calc MS Excel 2007 XML", "private:factory/scalc")


with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    pipe = f"office{time.time_ns()}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        name_of_author()
        make(folder)
    finally:
        try:
            desktop.terminate()
        except Exception:
            office.terminate()
        office.wait(timeout=60)
