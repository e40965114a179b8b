//! What a reader has seen of a text: they say so, and are led from there to what changed since.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{Client, Portal, borrowed, on_both, text};

/// In discussion, at its second version.
const PLACE: &str = "/desk/projects/AGR-2026-004";

#[test]
fn what_changed_since_the_reader_last_looked_is_one_link_away() {
    on_both(|portal: &Portal| {
        let (versions, deed) = (format!("{PLACE}/versions"), "/do/seen-version");
        let (mut dan, rana) = (portal.person("dan@il.example"), portal.person("rana@sy.example"));
        let since = format!("{PLACE}/compare?from=1&amp;to=2");
        assert!(!text(&mut dan.get(&versions)).contains(&since), "nobody knows what he has seen");
        assert_eq!(dan.send(&versions, deed, &[("mark", "1")]).status(), 303);
        assert!(text(&mut dan.get(&versions)).contains(&since));
        assert!(!text(&mut rana.get(&versions)).contains(&since), "what one has seen, another has not");
        assert_eq!(dan.send(&versions, deed, &[("mark", "2")]).status(), 303);
        assert!(!text(&mut dan.get(&versions)).contains(deed), "there is nothing new");
    });
}

#[test]
fn whoever_opens_a_section_is_told_who_writes_in_it() {
    on_both(|portal: &Portal| {
        let place = format!("{PLACE}/edit/risks");
        let (mut dan, rana) = (portal.person("dan@il.example"), portal.person("rana@sy.example"));
        let told = |client: &Client, place: &str| text(&mut client.get(place)).contains("id=\"also-here\"");
        let fields = dan.filled(&place, "/do/save-text", &[("text_en", "Half a sentence of dan")]);
        assert_eq!(dan.post("/do/autosave", &borrowed(&fields), &[("accept", "application/json")]).status(), 204);
        let page = text(&mut rana.get(&place));
        assert!(page.contains("id=\"also-here\"") && !page.contains("Half a sentence of dan"), "that he writes, not what");
        let drafts = text(&mut dan.get("/desk/drafts"));
        let made_from = fields.iter().filter(|(name, _)| name.starts_with("was_"));
        assert!(drafts.contains("Half a sentence of dan"), "his own draft is listed");
        assert!(made_from.into_iter().all(|(_, hash)| !drafts.contains(hash)), "in words, and without what he never typed");
        assert!(!told(&dan, &place), "nobody is told of themselves");
        assert!(!told(&rana, &format!("{PLACE}/edit/objectives")), "another section is another section");
    });
}
