//! Who is there, and whose each private place is.

/// Who signs in, in which role, and for which group alone; the party is in the address.
pub const PEOPLE: [(&str, &str, &str); 25] = [
    ("tamar@il.example", "head", ""),
    ("yael@il.example", "signatory", ""),
    ("avi@il.example", "co-chair", "medicine"),
    ("noa@il.example", "co-chair", "energy"),
    ("dan@il.example", "co-chair", "agriculture"),
    ("maya@il.example", "member", "medicine"),
    ("eli@il.example", "member", "energy"),
    ("ruth@il.example", "member", "agriculture"),
    ("gil@il.example", "translator", ""),
    ("layla@sy.example", "head", ""),
    ("samir@sy.example", "signatory", ""),
    ("hala@sy.example", "co-chair", "medicine"),
    ("omar@sy.example", "co-chair", "energy"),
    ("rana@sy.example", "co-chair", "agriculture"),
    ("karim@sy.example", "member", "medicine"),
    ("nour@sy.example", "member", "energy"),
    ("yusuf@sy.example", "member", "agriculture"),
    ("salma@sy.example", "translator", ""),
    ("grace@us.example", "reviewer", ""),
    ("helen@us.example", "officer", ""),
    ("james@us.example", "officer", ""),
    ("ana@secretariat.example", "secretariat", ""),
    ("luis@secretariat.example", "secretariat", ""),
    ("erik@admin.example", "administrator", ""),
    ("ingrid@admin.example", "administrator", ""),
];
/// Nobody signed in.
pub const ANYONE: &str = "";
/// Everything is planted in this group.
pub const GROUP: &str = "energy";

/// Whose a private place is.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    Joint,
    Caucus(&'static str),
    /// What only those who write a draft of this caucus come across; the rest of the caucus may read it all the same.
    Draft(&'static str),
    Channel(&'static str),
    Own(&'static str),
}

/// Who may read what has this audience in the group, as the guide of the domain says it in its table and in its section 6.
pub fn may_read(email: &str, place: Place) -> bool {
    let Some((_, role, group)) = PEOPLE.into_iter().find(|(known, _, _)| *known == email) else { return false };
    let party = email.split(['@', '.']).nth(1).unwrap_or_default();
    let here = role != "administrator" && (group.is_empty() || group == GROUP);
    let decides = ["co-chair", "signatory", "head", "reviewer", "officer"].contains(&role);
    here && match place {
        Place::Joint => true,
        Place::Caucus(side) | Place::Draft(side) => party == side,
        Place::Channel(side) => decides && (party == side || party == "us"),
        Place::Own(author) => email == author,
    }
}
