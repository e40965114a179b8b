//! Which part of an Office package points to which: the `.rels` parts. A target is only ever used as a key into the parts.

use crate::misfit::Misfit;
use crate::package::Parts;
use crate::xml;

/// One arrow.
pub(crate) struct Relation {
    pub id: String,
    /// The last word of its type, such as `styles`.
    pub kind: String,
    /// The name of a part, or an address.
    pub target: String,
    /// Does it lead out of the package?
    pub external: bool,
}

/// The name of the part that holds the arrows of a part; of the package itself for an empty name.
pub(crate) fn home(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") }
}

/// The arrows that start at a part.
pub(crate) fn of(parts: &Parts, part: &str) -> Result<Vec<Relation>, Misfit> {
    let Some(bytes) = parts.get(&home(part)) else { return Ok(Vec::new()) };
    let root = xml::parse(bytes)?;
    let found = root.elements().filter(|element| element.name == "rel:Relationship").filter_map(|element| {
        let external = element.attribute("TargetMode") == Some("External");
        let target = element.attribute("Target")?;
        let kind = element.attribute("Type")?;
        Some(Relation {
            id: element.attribute("Id")?.to_owned(),
            kind: kind.rsplit('/').next().unwrap_or(kind).to_owned(),
            target: if external { target.to_owned() } else { resolve(part, target) },
            external,
        })
    });
    Ok(found.collect())
}

/// The part that a target names, seen from another part.
pub(crate) fn resolve(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The main part of the package.
pub(crate) fn main_part(parts: &Parts) -> Result<String, Misfit> {
    let found = of(parts, "")?.into_iter().find(|relation| relation.kind == "officeDocument" && !relation.external);
    found.map(|relation| relation.target).ok_or(Misfit::UnknownKind)
}
