//! The median: the middle of some values.

/// The middle value, of an even number the mean of the middle two; `None` of none.
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    let (len, half) = (values.len(), values.len() / 2);
    if len == 0 {
        return None;
    }
    let (below, middle, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    if len % 2 == 1 {
        return Some(*middle);
    }
    let before = below.iter().copied().max_by(f64::total_cmp)?;
    Some(f64::midpoint(before, *middle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_is_the_mean_of_two() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9.0, 1.0, 5.0]), Some(5.0));
        assert_eq!(median(vec![1.0, 9.0, 5.0, 6.0]), Some(5.5));
        assert_eq!(median(vec![9.0, 9.0, 2.0, 9.0, 2.0, 2.0]), Some(5.5));
        assert_eq!(median(vec![-1.0, -3.0]), Some(-2.0));
    }
}
