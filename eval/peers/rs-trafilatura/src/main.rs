//! Takes the main content of pages with rs-trafilatura, comments left out and tables taken: its defaults.
//!
//! In, as JSON: {"files": [{"Path": ..., "URL": ..., "UTF8": true if the page is UTF-8 whatever it says}, ...]};
//! out: {"texts": [text, or null where it failed, ...]}, as main_content.py does for the Python packages.

use std::io::{stdin, stdout};
use std::panic::catch_unwind;

use rs_trafilatura::{extract_bytes_with_options, extract_with_options, Options};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct File {
    #[serde(rename = "Path")]
    path: String,
    #[serde(rename = "URL")]
    url: String,
    #[serde(rename = "UTF8")]
    utf8: bool,
}

#[derive(Deserialize)]
struct Request {
    files: Vec<File>,
}

#[derive(Serialize)]
struct Answer {
    texts: Vec<Option<String>>,
}

/// The main content of one page; none where the peer fails or panics, which counts as an empty answer.
fn take(file: &File) -> Option<String> {
    let page = std::fs::read(&file.path).expect("the pages are there");
    let mut options = Options::default();
    if !file.url.is_empty() {
        options.url = Some(file.url.clone());
    }
    let result = catch_unwind(|| {
        if file.utf8 {
            extract_with_options(&String::from_utf8_lossy(&page), &options)
        } else {
            extract_bytes_with_options(&page, &options)
        }
    });
    Some(result.ok()?.ok()?.content_text)
}

/// Pages may be nested deeper than the main thread's stack allows.
const STACK: usize = 256 << 20;

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let request: Request = serde_json::from_reader(stdin().lock()).expect("a request");
    let work = move || request.files.iter().map(take).collect();
    let texts = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread").join().expect("no panic");
    serde_json::to_writer(stdout().lock(), &Answer { texts }).expect("somebody reads");
}
