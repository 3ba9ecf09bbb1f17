//! The colours of the page can be read: 4.5 to 1 at least, as WCAG asks of text (success criterion 1.4.3), in light, in
//! the dark and on paper.

use std::collections::BTreeMap;

type Colour = [f64; 3];

/// Share of a speaker's colour in the ground of a quotation.
const TINT: f64 = 0.09;

/// The variables of each `:root` block that are colours.
fn palettes(css: &str) -> Vec<BTreeMap<&str, Colour>> {
    let blocks = css.split(":root {").skip(1).filter_map(|rest| rest.split('}').next());
    blocks.map(|block| block.split(';').filter_map(variable).collect()).collect()
}

fn variable(declaration: &str) -> Option<(&str, Colour)> {
    let (name, value) = declaration.trim().strip_prefix("--")?.split_once(": #")?;
    let digits: Vec<f64> = value.chars().filter_map(|c| c.to_digit(16)).map(f64::from).collect();
    let colour = match digits.as_slice() {
        [r, g, b] => [*r, *g, *b].map(|x| x * 17.0),
        [r1, r2, g1, g2, b1, b2] => [r1 * 16.0 + r2, g1 * 16.0 + g2, b1 * 16.0 + b2],
        _ => return None,
    };
    Some((name, colour))
}

fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour
        .map(|x| x / 255.0)
        .map(|x| if x <= 0.040_45 { x / 12.92 } else { ((x + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn tint(colour: Colour, paper: Colour) -> Colour {
    std::array::from_fn(|k| colour[k] * TINT + paper[k] * (1.0 - TINT))
}

#[test]
fn every_text_stands_out_from_its_ground() {
    let css = include_str!("../src/render/html/page.css");
    assert!(css.contains("var(--c) 9%"), "the ground of a quotation is another one");
    let palettes = palettes(css);
    assert_eq!(palettes.len(), 3, "light, dark, print");
    for (number, own) in palettes.iter().enumerate() {
        // On paper what is not set is as in light.
        let mut colours = if number == 2 { palettes[0].clone() } else { BTreeMap::new() };
        colours.extend(own);
        let paper = colours["paper"];
        let readable = |name: &str, ground: Colour| {
            let ratio = contrast(colours[name], ground);
            assert!(ratio >= 4.5, "palette {number}: {name} has {ratio:.2}");
        };
        for name in ["ink", "faint", "date"] {
            readable(name, paper);
        }
        for speaker in (0..8).map(|n| format!("c{n}")) {
            let ground = tint(colours[&*speaker], paper);
            readable(&speaker, paper);
            readable(&speaker, ground);
            readable("date", ground);
        }
    }
}
