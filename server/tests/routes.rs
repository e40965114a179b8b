//! The list that `portal routes --json` prints is true: every page opens for the roles it names and for no other, every form is refused
//! to whoever has none of its rights, and nothing stands beside the list.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{Client, Portal, on_both, routes, text};
use serde_json::Value;

/// One person for each role, with the group that they see.
const CAST: [(&str, &str); 13] = [
    ("eli@il.example", "member"),
    ("nour@sy.example", "member"),
    ("gil@il.example", "translator"),
    ("noa@il.example", "co_chair"),
    ("omar@sy.example", "co_chair"),
    ("yael@il.example", "signatory"),
    ("samir@sy.example", "signatory"),
    ("tamar@il.example", "head"),
    ("layla@sy.example", "head"),
    ("grace@us.example", "reviewer"),
    ("helen@us.example", "officer"),
    ("ana@secretariat.example", "secretariat"),
    ("erik@admin.example", "administrator"),
];

#[test]
fn the_list_of_routes_is_walked_for_every_role() {
    on_both(|portal| {
        let all = routes();
        for (email, role) in CAST {
            let mut client = portal.person(email);
            for page in all["pages"].as_array().expect("pages") {
                walk_page(&client, page, role);
            }
            for form in all["forms"].as_array().expect("forms") {
                refused_form(&mut client, form, role);
            }
        }
        nobody_gets_in(portal, &all);
    });
}

fn names(route: &Value, role: &str) -> bool {
    route["roles"].as_array().expect("roles").iter().any(|one| one == role)
}

/// An address with something that everybody of the energy group may see in place of its parts.
fn filled(client: &Client, path: &str) -> Option<String> {
    let code = "ENE-2026-001";
    let path = path.replace("{lang}", "en").replace("{code}", code).replace("{slug}", "energy").replace("{audience}", "joint");
    let path = path.replace("{section}", "summary").replace("{subject}", code);
    if let Some(start) = path.strip_suffix("{number}") {
        let list = text(&mut client.get(start.trim_end_matches('/')));
        let link = list.split(&format!("href=\"{start}")).skip(1).find(|rest| rest.starts_with("SY-"))?;
        return Some(format!("{start}{}", link.split('"').next()?));
    }
    if !path.contains("{id}") {
        return Some(path);
    }
    let start = path.split("{id}").next()?.to_owned();
    // What is over counts, too, where a list shows what is open.
    let list = text(&mut client.get(&format!("{}?which=all", start.trim_end_matches('/'))));
    let id = list
        .split(&format!("href=\"{start}"))
        .skip(1)
        .filter_map(|rest| rest.get(..26))
        .find(|id| id.chars().all(|one| one.is_ascii_alphanumeric()))?;
    Some(path.replace("{id}", id))
}

fn walk_page(client: &Client, page: &Value, role: &str) {
    let path = page["path"].as_str().expect("a path");
    let rule = page["rule"].as_str().expect("a rule");
    let Some(address) = filled(client, path) else {
        assert!(!names(page, role), "{role} finds nothing to open at {path}");
        return;
    };
    let status = client.get(&address).status().as_u16();
    let expected: &[u16] = match rule {
        "everyone" => &[200, 404],
        _ if names(page, role) => &[200],
        _ => &[403, 404],
    };
    assert!(expected.contains(&status), "{role} at {address} ({rule}): {status}");
}

/// Whoever has none of a form's rights does nothing with it, whatever it says.
fn refused_form(client: &mut Client, form: &Value, role: &str) {
    if names(form, role) {
        return;
    }
    let path = form["path"].as_str().expect("a path");
    let mut home = client.get("/desk/account");
    let page = text(&mut home);
    let token = portal::hidden(&page, "/do/theme", "form_token").expect("a token");
    let fields = [("form_token", token.as_str()), ("form_key", path), ("back", "/desk"), ("project", "ENE-2026-001")];
    let known: Vec<_> = form["fields"].as_array().expect("fields").iter().filter_map(Value::as_str).collect();
    let fields: Vec<_> = fields.into_iter().filter(|(name, _)| *name != "project" || known.contains(name)).collect();
    let answer = client.post(path, &fields, &[]);
    let status = answer.status().as_u16();
    if status == 303 {
        let place = answer.headers()["location"].to_str().expect("an address").to_owned();
        let shown = client.get(&place).status().as_u16();
        assert!(place.contains("form="), "{role} at {path} is sent to {place}");
        assert!([200, 404, 403, 409, 422].contains(&shown), "{role} at {path}: {shown}");
    } else {
        assert!([403, 404].contains(&status), "{role} at {path}: {status}");
    }
}

fn nobody_gets_in(portal: &Portal, all: &Value) {
    let client = portal.anyone();
    for page in all["pages"].as_array().expect("pages").iter().filter(|page| page["rule"] != "everyone") {
        let path = page["path"].as_str().expect("a path").replace(['{', '}'], "");
        assert_eq!(client.get(&path).status(), 303, "{path}");
    }
    let known: Vec<_> = all["beside"].as_array().expect("beside").iter().filter_map(|one| one["path"].as_str()).collect();
    assert!(known.contains(&"/desk/letters/{id}") && known.contains(&"/csp"));
}
