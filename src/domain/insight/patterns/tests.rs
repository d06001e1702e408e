//! The tables of evidence.md §5, as one-line cases.

use super::*;

fn arm(came: u32, n: u32) -> Arm {
    Arm { came, n }
}

#[track_caller]
fn check_near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

#[track_caller]
fn check_rates(a: Arm, b: Arm, difference: f64, probability: f64, likely: [f64; 2], wide: [f64; 2]) {
    check_near(mean_difference(a, b), difference, 0.00005);
    check_near(probability_better(a, b), probability, 0.00005);
    for (level, expected) in [(0.80, likely), (0.95, wide)] {
        let [span] = credible_intervals(a, b, [level]);
        check_near(span.low, expected[0], 0.0015);
        check_near(span.high, expected[1], 0.0015);
    }
}

#[test]
fn two_rates_compare_as_in_the_table() {
    check_rates(arm(9, 12), arm(5, 11), 0.2527, 0.9180, [0.021, 0.479], [-0.106, 0.583]);
    check_rates(arm(4, 5), arm(2, 5), 0.2857, 0.8788, [-0.029, 0.587], [-0.204, 0.712]);
}

#[test]
fn equal_rates_are_a_coin_and_turning_them_round_turns_all_round() {
    check_near(probability_better(arm(3, 10), arm(3, 10)), 0.5, 1e-9);
    let ([there], [back]) =
        (credible_intervals(arm(9, 12), arm(5, 11), [0.95]), credible_intervals(arm(5, 11), arm(9, 12), [0.95]));
    check_near(there.low, -back.high, 0.0011);
    check_near(probability_better(arm(9, 12), arm(5, 11)) + probability_better(arm(5, 11), arm(9, 12)), 1.0, 1e-9);
    check_near(probability_better(arm(1500, 3000), arm(1400, 3000)), 0.99509, 0.0005);
}

#[track_caller]
fn check_rank(n: usize, at_95: usize, at_80: usize) {
    assert_eq!((interval_rank(n, n, 0.95), interval_rank(n, n, 0.80)), (at_95, at_80), "{n} each");
}

#[test]
fn the_ranks_of_the_interval_are_those_of_the_table() {
    check_rank(5, 3, 6);
    check_rank(6, 6, 10);
    check_rank(8, 14, 20);
    check_rank(10, 24, 33);
    check_rank(12, 38, 50);
    check_rank(15, 65, 81);
}

#[test]
fn ranks_of_unequal_and_large_sets_agree_with_counting_in_whole_numbers() {
    // Counted with Python's integers of any size.
    let ranks = [(6, 10, 12), (8, 15, 30), (20, 30, 201), (28, 28, 273), (3, 3, 0)];
    assert!(ranks.iter().all(|(n, m, k)| interval_rank(*n, *m, 0.95) == *k));
    for (n, m, level, exact) in
        [(30, 30, 0.95, 318), (40, 40, 0.95, 597), (60, 45, 0.95, 1_048), (91, 91, 0.95, 3_444), (91, 91, 0.80, 3_685)]
    {
        assert!(interval_rank(n, m, level).abs_diff(exact) <= 1, "{n} and {m}: {}", interval_rank(n, m, level));
    }
}

const A: [f64; 10] = [10.0, 12.0, 15.0, 8.0, 20.0, 14.0, 11.0, 16.0, 13.0, 18.0];
const B: [f64; 10] = [9.0, 7.0, 10.0, 12.0, 6.0, 8.0, 11.0, 10.0, 13.0, 5.0];

#[test]
fn the_shift_of_two_sets_is_that_of_the_example() {
    assert_eq!(hodges_lehmann(&A, &B), Some(4.5));
    assert_eq!(shift_interval(&A, &B, 0.95), Some(Span { low: 1.0, high: 8.0 }));
    assert_eq!(shift_interval(&A, &B, 0.80), Some(Span { low: 2.0, high: 7.0 }));
    // It is neither how far the means lie apart nor the medians.
    let means = [A, B].map(|amounts| amounts.iter().sum::<f64>() / 10.0);
    check_near(means[0] - means[1], 4.6, 1e-9);
    check_near(median(A.to_vec()).unwrap() - median(B.to_vec()).unwrap(), 4.0, 1e-9);
    assert_eq!(hodges_lehmann(&A, &[]), None);
    assert_eq!(shift_interval(&A[..3], &B[..3], 0.95), None);
}

#[test]
fn a_series_resembles_itself_as_reckoned_by_hand() {
    // Deviations −2 … 2: products 2 + 0 + 0 + 2 of 10 in all.
    check_near(autocorrelation(&[1.0, 2.0, 3.0, 4.0, 5.0]), 0.4, 1e-12);
    check_near(autocorrelation(&[1.0, 0.0, 1.0, 0.0]), -0.75, 1e-12);
    assert_eq!((autocorrelation(&[1.0; 5]), autocorrelation(&[])), (0.0, 0.0));
}

#[test]
fn days_that_resemble_the_day_before_count_for_less() {
    let counted = [(20, 0.0, 20), (20, -0.5, 20), (21, 0.4, 9), (30, 1.0 / 3.0, 15), (20, 1.0, 0)];
    assert!(counted.iter().all(|(n, rho, worth)| effective_days(*n, *rho) == *worth));
}

#[track_caller]
fn check_verdict(a: Arm, b: Arm, rho: f64, comparisons: u32, design: Design, expected: Verdict) {
    let found = compare_rates(a, b, rho, comparisons, design);
    assert_eq!(found.verdict, expected, "P {} of {a:?} and {b:?}", found.probability);
}

#[test]
fn nothing_is_said_before_the_rule_allows_it() {
    use Design::{Chosen, Randomised};
    check_verdict(arm(7, 7), arm(0, 30), 0.0, 1, Chosen, Verdict::Counts);
    check_verdict(arm(8, 8), arm(0, 8), 0.0, 1, Chosen, Verdict::TooEarly);
    check_verdict(arm(14, 14), arm(0, 14), 0.0, 1, Chosen, Verdict::TooEarly);
    check_verdict(arm(15, 15), arm(0, 15), 0.0, 1, Chosen, Verdict::ProbablyA);
    check_verdict(arm(0, 15), arm(15, 15), 0.0, 1, Chosen, Verdict::ProbablyB);
    check_verdict(arm(12, 20), arm(12, 20), 0.0, 1, Chosen, Verdict::Unclear);
    // Sure but small: 96 % against 90 % of 400 days.
    check_verdict(arm(384, 400), arm(360, 400), 0.0, 1, Chosen, Verdict::Unclear);
    // With ρ = 1/3 thirty days are worth fifteen, and twenty-eight only fourteen.
    check_verdict(arm(30, 30), arm(0, 30), 1.0 / 3.0, 1, Chosen, Verdict::ProbablyA);
    check_verdict(arm(28, 28), arm(0, 30), 1.0 / 3.0, 1, Chosen, Verdict::TooEarly);
    check_verdict(arm(20, 20), arm(0, 20), 0.0, 1, Randomised, Verdict::TestedA);
    check_verdict(arm(0, 20), arm(20, 20), 0.0, 1, Randomised, Verdict::TestedB);
    check_verdict(arm(19, 19), arm(0, 20), 0.0, 1, Randomised, Verdict::ProbablyA);
}

#[test]
fn the_more_is_compared_the_surer_it_has_to_be() {
    let (a, b) = (arm(17, 20), arm(12, 20));
    let probability = probability_better(a, b);
    assert!((0.95..0.975).contains(&probability), "{probability}");
    check_verdict(a, b, 0.0, 1, Design::Chosen, Verdict::ProbablyA);
    check_verdict(a, b, 0.0, 3, Design::Chosen, Verdict::Unclear);
    check_verdict(a, b, 0.0, 1, Design::Randomised, Verdict::ProbablyA);
}

#[test]
fn amounts_have_a_verdict_from_ten_days_of_each_kind() {
    let found = compare_amounts(&A, &B, 0.0, 1);
    assert_eq!((found.days, found.verdict), ([10, 10], Verdict::ProbablyA));
    assert_eq!(compare_amounts(&B, &A, 0.0, 1).verdict, Verdict::ProbablyB);
    assert_eq!(compare_amounts(&A[..9], &B, 0.0, 1).verdict, Verdict::TooEarly);
    let few = compare_amounts(&A[..5], &B, 0.0, 1);
    assert_eq!((few.shift, few.verdict), (None, Verdict::Counts));
    // Less than two minutes are not worth a word, however sure.
    let more: Vec<f64> = (0..20).map(|nth| 20.0 + f64::from(nth % 2)).collect();
    let less: Vec<f64> = (0..20).map(|nth| 18.5 + f64::from(nth % 2) / 2.0).collect();
    assert_eq!(compare_amounts(&more, &less, 0.0, 1).verdict, Verdict::Unclear);
    // Nor is less than a tenth: 3 minutes are too little beside 40, and enough beside 20.
    let around = |middle: f64| (0..20).map(|nth| middle + f64::from(nth % 2)).collect::<Vec<_>>();
    assert_eq!(compare_amounts(&around(43.0), &around(40.0), 0.0, 1).verdict, Verdict::Unclear);
    assert_eq!(compare_amounts(&around(23.0), &around(20.0), 0.0, 1).verdict, Verdict::ProbablyA);
    // Ten days that resemble each other are worth fewer.
    assert_eq!(compare_amounts(&A, &B, 0.1, 1).verdict, Verdict::TooEarly);
}
