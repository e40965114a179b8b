//! Where names stand in office files: parts, elements and attributes, by the last word of their names, since prefixes are
//! each file's own choice.

/// Is the whole part about people, machines or signatures?
pub(super) fn is_about_people(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    let folders = [
        "customxml/",
        "docmetadata/",
        "_xmlsignatures/",
        "thumbnails/",
        "configurations2/",
        "xl/revisions/",
        "meta-inf/documentsignatures",
        "meta-inf/macrosignatures",
    ];
    folders.iter().any(|folder| small.starts_with(folder))
        || small.contains("printersettings")
        || small == "word/people.xml"
        || small == "layout-cache"
}

/// What becomes of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Stays,
    Goes,
    Neutral,
    Empty,
}

/// The fate of an attribute of an element.
pub(super) fn attribute(element: &str, name: &str) -> Fate {
    match (element, name) {
        (_, "author" | "userName" | "initials" | "userId" | "providerId") => Fate::Neutral,
        // Not of a table, whose name its formulas use.
        ("person", "displayName") => Fate::Neutral,
        ("cmAuthor" | "author" | "userInfo", "name") => Fate::Neutral,
        ("absPath", "url") => Fate::Empty,
        // The arrow to the printer's part.
        ("pageSetup", "id") => Fate::Goes,
        (_, "paragraph-rsid" | "rsid") => Fate::Goes,
        (_, name) if name.starts_with("rsid") => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Does the element go with all it holds?
pub(super) fn goes(element: &str, config_name: Option<&str>) -> bool {
    match element {
        "rsids" | "attachedTemplate" | "mailMerge" | "docVars" | "saveThroughXslt" => true,
        "config-item" => config_name
            .is_some_and(|name| name.starts_with("Printer") || name.starts_with("Rsid") || name.starts_with("CurrentDatabase")),
        _ => false,
    }
}

/// Does the element hold a name and nothing else?
pub(super) fn is_name(part: &str, element: &str) -> bool {
    match element {
        "creator" | "creator-initials" | "sender-initials" | "author-name" | "author-initials" | "initial-creator"
        | "printed-by" => true,
        "author" => part.starts_with("xl/"),
        _ => element.starts_with("sender-"),
    }
}

/// Does a field of Word show a name, or a path?
pub(super) fn is_naming_field(instruction: &str) -> bool {
    let instruction = instruction.to_ascii_uppercase();
    let mut words = instruction.split_whitespace();
    match words.next().unwrap_or_default() {
        "AUTHOR" | "LASTSAVEDBY" | "USERNAME" | "USERINITIALS" | "USERADDRESS" | "TEMPLATE" => true,
        "FILENAME" => words.any(|word| word == "\\P"),
        "DOCPROPERTY" | "INFO" => {
            words.next().is_some_and(|word| ["AUTHOR", "LASTSAVEDBY", "MANAGER", "COMPANY"].contains(&word.trim_matches('"')))
        }
        _ => false,
    }
}

/// Is a field of a form bound to one of the properties that go?
pub(super) fn is_naming_binding(path: &str) -> bool {
    let small = path.to_ascii_lowercase();
    ["creator", "lastmodifiedby", "company", "manager"].iter().any(|word| small.contains(word))
}
