//! The style sheet and its fonts: `style/main.css` bundled and minified into one file, each font under a hashed name.
//! No browser targets are given: with old ones lightningcss turns logical properties into left and right by `:lang()`.

use std::path::{Path, PathBuf};

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use serde_json::{Map, Value};

use crate::{Answer, house, packed, stamp};

/// Builds the style sheet unless nothing changed; gives `css` and one entry per font, by the font's stem.
pub fn build() -> Answer<Value> {
    let inputs: Vec<PathBuf> = house::files_below(&house::root().join("style"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "css" || ending == "woff2"))
        .collect();
    let key = stamp::of(&[include_str!("css.rs"), include_str!("packed.rs")], &inputs)?;
    stamp::unless_same("css", &key, make)
}

fn make() -> Answer<Value> {
    let style = house::root().join("style");
    let fonts = fonts(&style.join("fonts"))?;
    let css = with_hashed_fonts(bundled(&style.join("main.css"))?, &fonts)?;
    let mut made = fonts;
    made.insert("css".to_owned(), Value::String(packed::write("portal", "css", css.as_bytes())?));
    Ok(Value::Object(made))
}

fn fonts(folder: &Path) -> Answer<Map<String, Value>> {
    let mut names = Map::new();
    for path in house::files_below(folder) {
        let is_font = path.extension().is_some_and(|ending| ending == "woff2");
        if let (true, Some(stem)) = (is_font, path.file_stem().and_then(|stem| stem.to_str())) {
            names.insert(stem.to_owned(), Value::String(packed::write(stem, "woff2", &house::read(&path)?)?));
        }
    }
    Ok(names)
}

/// One minified text of everything that the entry imports.
pub fn bundled(entry: &Path) -> Answer<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| format!("The style sheet is not right: {error}"))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| format!("The style sheet cannot be minified: {error}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| format!("The style sheet cannot be printed: {error}"))?.code)
}

/// The sheet is served beside its fonts, so a bare name is the right address.
fn with_hashed_fonts(mut css: String, fonts: &Map<String, Value>) -> Answer<String> {
    for (stem, name) in fonts {
        css = css.replace(&format!("fonts/{stem}.woff2"), name.as_str().unwrap_or_default());
    }
    match css.find("fonts/") {
        None => Ok(css),
        Some(_) => Err("style/fonts.css names a font that is not in style/fonts.".to_owned()),
    }
}
