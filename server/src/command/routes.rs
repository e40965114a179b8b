//! `portal routes`: every page and every form's address, for tests from outside.

use app::frame::Class;
use app::routes::{FORMS, PAGES};
use serde_json::json;

use super::say;

/// Lists the routes.
pub fn run(as_json: bool) -> Result<(), String> {
    if !as_json {
        for page in PAGES {
            say(&format!("GET  {}", page.path));
        }
        for form in FORMS {
            say(&format!("POST {}", form.path));
        }
        return Ok(());
    }
    let class = |class| if class == Class::Public { "public" } else { "member" };
    let pages: Vec<_> =
        PAGES.iter().map(|page| json!({"method": "GET", "path": page.path, "class": class(page.class)})).collect();
    let forms: Vec<_> = FORMS
        .iter()
        .map(|form| json!({"method": "POST", "path": form.path, "fields": form.takes(), "open": form.open}))
        .collect();
    let text = serde_json::to_string_pretty(&json!({"pages": pages, "forms": forms})).map_err(|error| error.to_string())?;
    say(&text);
    Ok(())
}
