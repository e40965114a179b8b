//! `portal routes`: every page and every form's address with the rule that says who may open it, for tests from outside.

use app::frame::Class;
use app::routes::{FORMS, PAGES, Rule};
use domain::permission;
use domain::person::Role;
use serde_json::{Value, json};

use super::say;

/// What stands beside the pages: files, assets, what monitors and browsers ask for. Method, address, rule.
const BESIDE: [(&str, &str, &str); 13] = [
    ("GET", "/", "everyone"),
    ("GET", "/assets/{name}", "everyone"),
    ("GET", "/healthz", "everyone"),
    ("GET", "/readyz", "everyone"),
    ("GET", "/desk/files/{id}", "audience"),
    ("GET", "/desk/projects/{code}/word-file", "action"),
    ("GET", "/desk/projects/{code}/discussion/{id}/live", "audience"),
    ("GET", "/desk/letters/{id}", "action"),
    ("GET", "/desk/meetings/{id}/live", "audience"),
    ("GET", "/desk/meetings/{id}/meeting.ics", "audience"),
    ("GET", "/screen/live", "everyone"),
    ("GET", "/calendar/{key}", "everyone"),
    ("POST", "/csp", "everyone"),
];

/// Lists the routes.
pub fn run(as_json: bool) -> Result<(), String> {
    if !as_json {
        let pages = PAGES.iter().map(|page| ("GET", page.path, page.rule.code()));
        let forms = FORMS.iter().map(|form| ("POST", form.path, form.rule.code()));
        for (method, path, rule) in pages.chain(forms).chain(BESIDE) {
            say(&format!("{method:<4} {path:<52} {rule}"));
        }
        return Ok(());
    }
    let class = |class| if class == Class::Public { "public" } else { "member" };
    let pages: Vec<_> =
        PAGES.iter().map(|page| route(("GET", page.path), page.rule, json!({"class": class(page.class)}))).collect();
    let forms: Vec<_> = FORMS
        .iter()
        .map(|form| {
            let body = json!({"fields": form.takes(), "file": form.takes_file(), "open": form.is_open()});
            route(("POST", form.path), form.rule, body)
        })
        .collect();
    let beside = BESIDE.map(|(method, path, rule)| json!({"method": method, "path": path, "rule": rule}));
    let all = json!({"pages": pages, "forms": forms, "beside": beside});
    say(&serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?);
    Ok(())
}

/// A route with its rule: the rights it takes, the roles that have one, and for deeds the stages.
fn route((method, path): (&str, &str), rule: Rule, mut more: Value) -> Value {
    let roles: Vec<_> = Role::ALL.into_iter().filter(|role| rule.admits(*role)).map(Role::code).collect();
    let actions: Vec<_> = rule.actions().into_iter().map(|action| action.code()).collect();
    let mut all = json!({"method": method, "path": path, "rule": rule.code(), "actions": actions, "roles": roles});
    if let Rule::Deeds(deeds) = rule {
        let rows = deeds.iter().flat_map(|deed| permission::rows(*deed));
        let rows = rows.map(|row| {
            let stages: Vec<_> = row.stages.iter().map(|stage| stage.code()).collect();
            json!({"deed": row.command.code(), "action": row.action.code(), "stages": stages})
        });
        all["deeds"] = rows.collect();
    }
    if let (Some(all), Some(more)) = (all.as_object_mut(), more.as_object_mut()) {
        all.append(more);
    }
    all
}
