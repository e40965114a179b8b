//! The way through Word, from outside: a text goes out, is changed, comes back, is shown as differences and taken over; what does not
//! fit is refused with its reason, and what somebody changed here meanwhile is not lost.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use domain::text::Lang;
use office::word::{Paper, Part, Returned, read, write};
use portal::{Client, Portal, borrowed, on_both, text};

/// A project of the agriculture group whose text is free.
fn project(client: &Client) -> String {
    let list = text(&mut client.get("/desk/projects?stage=in_discussion"));
    let codes = list.split("/desk/projects/").filter_map(|rest| rest.get(..12)).filter(|code| code.contains("-20"));
    codes.into_iter().next().expect("a project in discussion").to_owned()
}

/// A person whose desk speaks English.
fn english(portal: &Portal, email: &str) -> Client {
    let mut client = portal.person(email);
    assert_eq!(client.send("/desk/account", "/do/language", &[("lang", "en")]).status(), 303);
    client
}

fn download(client: &Client, code: &str, query: &str) -> (String, Vec<u8>) {
    let mut answer = client.get(&format!("/desk/projects/{code}/word-file?{query}"));
    assert_eq!(answer.status(), 200);
    let name = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
    (name, answer.body_mut().read_to_vec().expect("a file"))
}

/// The file as its reader saves it again, after this was done to its parts.
fn rewritten(bytes: &[u8], change: impl FnOnce(&mut Returned)) -> Vec<u8> {
    let mut returned = read(bytes).expect("it is ours");
    change(&mut returned);
    write(&Paper {
        handle: returned.handle.unwrap_or_default(),
        version: returned.version,
        title: vec![],
        opening: vec![],
        parts: returned.parts,
    })
}

/// A section of a file; its anchor says besides which save went along.
fn part<'file>(returned: &'file mut Returned, section: &str, lang: Lang) -> &'file mut Part {
    let of = |part: &&mut Part| part.anchor.lang() == lang && part.anchor.section().starts_with(section);
    returned.parts.iter_mut().find(of).expect("it is in the file")
}

/// Adds a sentence to the summary in a language.
fn add(returned: &mut Returned, lang: Lang, sentence: &str) {
    part(returned, "summary", lang).markdown.push_str(&format!("\n\n{sentence}"));
}

fn bring(client: &mut Client, code: &str, name: &str, bytes: &[u8]) -> (u16, String) {
    let page = format!("/desk/projects/{code}/word");
    let fields = client.filled(&page, "/do/read-word", &[]);
    let answer = client.post_bytes("/do/read-word", &borrowed(&fields), &[(name, bytes)]);
    assert_eq!(answer.status(), 303);
    let mut shown = client.get(answer.headers()["location"].to_str().unwrap());
    (shown.status().as_u16(), text(&mut shown))
}

fn take(client: &mut Client, code: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let answer = client.send(&format!("/desk/projects/{code}/word"), "/do/take-word", fields);
    assert_eq!(answer.status(), 303);
    let mut shown = client.get(answer.headers()["location"].to_str().unwrap());
    (shown.status().as_u16(), text(&mut shown))
}

#[test]
fn a_text_goes_through_word_and_back() {
    on_both(|portal| {
        what_was_changed_there_is_shown_and_taken_over(portal);
        the_title_goes_along_as_the_words_it_is(portal);
        what_a_machine_translated_stays_a_draft_of_a_machine(portal);
        what_was_changed_on_both_sides_is_not_lost(portal);
        what_does_not_fit_is_refused_with_its_reason(portal);
        only_writers_bring_a_file_back(portal);
    });
}

fn what_was_changed_there_is_shown_and_taken_over(portal: &Portal) {
    let mut member = english(portal, "dan@il.example");
    let code = project(&member);
    let (name, bytes) = download(&member, &code, "en=yes&ar=yes");
    assert!(name.contains(&format!("{code}-text-en-ar.docx")), "{name}");
    let (status, page) = bring(&mut member, &code, "same.docx", &bytes);
    assert_eq!(status, 200);
    assert!(page.contains("Nothing was changed in this file."));
    let changed = rewritten(&bytes, |all| {
        add(all, Lang::En, "A sentence from Word.");
        add(all, Lang::Ar, "جملة من وورد.");
    });
    let (_, page) = bring(&mut member, &code, "changed.docx", &changed);
    assert!(page.contains("Changed in Word: \u{2068}2\u{2069}") || page.contains("Changed in Word: 2"), "two texts were changed");
    assert!(page.contains("<ins>") && page.contains("جملة"), "the differences are shown");
    assert!(
        !text(&mut member.get(&format!("/desk/projects/{code}/edit/summary"))).contains("A sentence from Word."),
        "nothing is taken yet"
    );
    assert!(
        !text(&mut english(portal, "ruth@il.example").get(&format!("/desk/projects/{code}/word")))
            .contains("A sentence from Word."),
        "a draft is its owner's"
    );
    let (status, page) = take(&mut member, &code, &[]);
    assert_eq!(status, 200);
    assert!(page.contains("The changes are in the working text."));
    let section = text(&mut member.get(&format!("/desk/projects/{code}/edit/summary")));
    assert!(section.contains("A sentence from Word.") && section.contains("جملة من وورد."));
    assert!(
        !text(&mut member.get(&format!("/desk/projects/{code}/word"))).contains("A file waits"),
        "it is taken, so nothing waits"
    );
    let history = text(&mut member.get(&format!("/desk/projects/{code}/history")));
    assert_eq!(history.matches("Took a text over from Word").count(), 1);
}

fn the_title_goes_along_as_the_words_it_is(portal: &Portal) {
    let mut member = english(portal, "rana@sy.example");
    let code = project(&member);
    let page = format!("/desk/projects/{code}/edit/title");
    let starred = "Wheat *and* barley: 2 * 3 plots";
    assert_eq!(member.send(&page, "/do/save-text", &[("text_en", starred)]).status(), 303);
    let (_, bytes) = download(&member, &code, "en=yes");
    let (_, shown) = bring(&mut member, &code, "same.docx", &bytes);
    assert!(shown.contains("Nothing was changed in this file."), "stars of a title are words");
    let changed = rewritten(&bytes, |all| part(all, "title", Lang::En).markdown = "Wheat and **barley**\n\n- in Daraa".into());
    bring(&mut member, &code, "changed.docx", &changed);
    assert_eq!(take(&mut member, &code, &[]).0, 200);
    assert!(text(&mut member.get(&page)).contains(">Wheat and barley in Daraa</textarea>"), "a title is one line of plain words");
    let long = rewritten(&download(&member, &code, "en=yes").1, |all| part(all, "title", Lang::En).markdown = "long ".repeat(40));
    let (status, shown) = bring(&mut member, &code, "long.docx", &long);
    assert_eq!(status, 422);
    assert!(shown.contains("A section is longer than it may be."));
}

fn what_a_machine_translated_stays_a_draft_of_a_machine(portal: &Portal) {
    let mut member = english(portal, "rana@sy.example");
    let code = project(&member);
    let page = format!("/desk/projects/{code}/edit/objectives");
    let (_, bytes) = download(&member, &code, "he=yes");
    let changed = rewritten(&bytes, |all| part(all, "objectives", Lang::He).markdown = "תרגום של מכונה".into());
    let (_, shown) = bring(&mut member, &code, "machine.docx", &changed);
    assert!(shown.contains("Who made the translations in this file?"));
    assert_eq!(take(&mut member, &code, &[("origin", "machine")]).0, 200);
    assert!(text(&mut member.get(&page)).contains("Machine draft"));
    let desk = text(&mut member.get(&format!("/desk/projects/{code}/edit")));
    assert!(desk.contains("text is a machine draft. It stays out of what is frozen"), "said before it is frozen");
    let said = [("still_right_he", "yes")];
    assert_eq!(member.send(&page, "/do/save-text", &said).status(), 303);
    assert!(!text(&mut member.get(&page)).contains("Machine draft"), "somebody stands for it now");
    let original =
        rewritten(&download(&member, &code, "ar=yes").1, |all| part(all, "objectives", Lang::Ar).markdown = "جملة".into());
    let (_, shown) = bring(&mut member, &code, "original.docx", &original);
    assert!(!shown.contains("Who made the translations"), "the original is nobody's translation");
    assert_eq!(take(&mut member, &code, &[("origin", "machine")]).0, 200);
    assert!(!text(&mut member.get(&page)).contains("Machine draft"));
}

fn what_was_changed_on_both_sides_is_not_lost(portal: &Portal) {
    let (mut here, mut there) = (english(portal, "dan@il.example"), english(portal, "rana@sy.example"));
    let code = project(&here);
    let (_, bytes) = download(&here, &code, "en=yes");
    let page = format!("/desk/projects/{code}/edit/summary");
    let saved = there.send(&page, "/do/save-text", &[("text_en", "Written here meanwhile.")]);
    assert_eq!(saved.status(), 303);
    let changed = rewritten(&bytes, |all| add(all, Lang::En, "Written in Word."));
    let (_, shown) = bring(&mut here, &code, "changed.docx", &changed);
    assert!(shown.contains("This text was changed in Word and here"));
    let (status, _) = take(&mut here, &code, &[("collisions", "keep")]);
    assert_eq!(status, 422, "nothing else was changed, so there is nothing to take");
    assert!(text(&mut here.get(&page)).contains("Written here meanwhile."));
    let stale = here.filled(&format!("/desk/projects/{code}/word"), "/do/take-word", &[("collisions", "take")]);
    there.send(&page, "/do/save-text", &[("text_en", "Written here once more.")]);
    let answer = here.post("/do/take-word", &borrowed(&stale), &[]);
    let place = answer.headers()["location"].to_str().unwrap().to_owned();
    assert_eq!(here.get(&place).status(), 409, "somebody saved since the differences were shown");
    let (status, _) = take(&mut here, &code, &[("collisions", "take")]);
    assert_eq!(status, 200);
    assert!(text(&mut here.get(&page)).contains("Written in Word."));
}

fn what_does_not_fit_is_refused_with_its_reason(portal: &Portal) {
    let mut member = english(portal, "dan@il.example");
    let code = project(&member);
    let (_, bytes) = download(&member, &code, "en=yes");
    let fixture =
        |name: &str| std::fs::read(format!("{}/../crates/office/tests/libreoffice/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let other = {
        let returned = read(&bytes).unwrap();
        write(&Paper { handle: "ENE-2099-001".into(), version: None, title: vec![], opening: vec![], parts: returned.parts })
    };
    let headed = rewritten(&bytes, |all| all.parts[0].heading = "Another heading".into());
    let long = rewritten(&bytes, |all| add(all, Lang::En, &"long ".repeat(5_000)));
    for (file, says) in [
        (b"no file of Word".to_vec(), "This is not a Word file that can be read."),
        (fixture("foreign.docx"), "The file was not made by the portal"),
        (fixture("signed.odt"), "This is not a Word file that can be read."),
        (other, "The file belongs to another project."),
        (headed, "A heading was changed."),
        (long, "A section is longer than it may be."),
    ] {
        let (status, page) = bring(&mut member, &code, "file.docx", &file);
        assert_eq!(status, 422, "{says}");
        assert!(page.contains(says), "{says}");
        assert!(!page.contains("A file waits"), "{says}");
    }
    let fields = member.filled(&format!("/desk/projects/{code}/word"), "/do/read-word", &[]);
    let none = member.post_bytes("/do/read-word", &borrowed(&fields), &[]);
    assert_eq!(member.get(none.headers()["location"].to_str().unwrap()).status(), 422, "a file is needed");
}

fn only_writers_bring_a_file_back(portal: &Portal) {
    let member = english(portal, "dan@il.example");
    let code = project(&member);
    let (_, bytes) = download(&member, &code, "en=yes");
    let changed = rewritten(&bytes, |all| add(all, Lang::En, "From a reader."));
    let mut reader = english(portal, "grace@us.example");
    assert!(!text(&mut reader.get(&format!("/desk/projects/{code}/word"))).contains("action=\"/do/read-word\""));
    let token = portal::hidden(&text(&mut reader.get("/desk/account")), "/do/theme", "form_token").unwrap();
    let fields = [("form_token", token.as_str()), ("form_key", "k"), ("back", "/desk"), ("project", code.as_str())];
    reader.post_bytes("/do/read-word", &fields, &[("a.docx", &changed)]);
    let taken = [fields[0], ("form_key", "l"), fields[2], fields[3], ("hash", "x")];
    reader.post("/do/take-word", &taken, &[]);
    assert!(!text(&mut member.get(&format!("/desk/projects/{code}/edit/summary"))).contains("From a reader."));
    assert_eq!(portal.person("erik@admin.example").get(&format!("/desk/projects/{code}/word-file")).status(), 404);
    assert_eq!(portal.anyone().get(&format!("/desk/projects/{code}/word-file")).status(), 303);
}
