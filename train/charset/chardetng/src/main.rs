//! Prints the label that chardetng guesses for each line of standard input, which is a document in base64, and how fast it was.

use base64::{Engine, engine::general_purpose::STANDARD};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use std::time::{Duration, Instant};

fn main() {
    let (mut bytes, mut spent) = (0, Duration::ZERO);
    for line in std::io::stdin().lines() {
        let raw = STANDARD.decode(line.expect("a line")).expect("base64");
        let start = Instant::now();
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(&raw, true);
        let encoding = detector.guess(None, Utf8Detection::Allow);
        spent += start.elapsed();
        bytes += raw.len();
        println!("{}", encoding.name());
    }
    eprintln!("chardetng {:.2} MB/s", bytes as f64 / 1e6 / spent.as_secs_f64());
}
