//! The icon sprite: each file of `style/icons/` becomes a symbol with the file's name, in one SVG file.

use serde_json::{Value, json};

use crate::{Answer, house, packed, stamp};

/// Builds the sprite unless nothing changed; gives `sprite`.
pub fn build() -> Answer<Value> {
    let mut inputs = house::files_below(&house::root().join("style/icons"));
    inputs.retain(|path| path.extension().is_some_and(|ending| ending == "svg"));
    let key = stamp::of(&[include_str!("icons.rs"), include_str!("packed.rs")], &inputs)?;
    stamp::unless_same("icons", &key, || {
        let mut sprite = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
        for path in &inputs {
            let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let text = String::from_utf8(house::read(path)?).map_err(|_| format!("The icon {name} is not text."))?;
            sprite.push_str(&symbol(name, &text).ok_or_else(|| format!("The icon {name} is not one <svg> with a viewBox."))?);
        }
        sprite.push_str("</svg>");
        Ok(json!({ "sprite": packed::write("sprite", "svg", sprite.as_bytes())? }))
    })
}

/// The drawing of one file under an id of its own.
fn symbol(name: &str, text: &str) -> Option<String> {
    let (head, rest) = text.split_once("viewBox=\"")?;
    let (view_box, rest) = rest.split_once('"')?;
    let (_, rest) = rest.split_once('>')?;
    let (drawing, tail) = rest.rsplit_once("</svg>")?;
    let one = head.trim_start().starts_with("<svg") && tail.trim().is_empty();
    one.then(|| format!(r#"<symbol id="{name}" viewBox="{view_box}">{drawing}</symbol>"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_becomes_a_symbol() {
        let made = symbol("lock", "<svg xmlns=\"x\" viewBox=\"0 0 24 24\"><path d=\"M0 0\"/></svg>\n");
        assert_eq!(made.as_deref(), Some("<symbol id=\"lock\" viewBox=\"0 0 24 24\"><path d=\"M0 0\"/></symbol>"));
        assert_eq!(symbol("lock", "<p>no drawing</p>"), None);
    }
}
