package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact quotient in lowest terms. Points are computed with these, so that nothing is rounded on
 * the way: three times a third of ten points is ten, and ties with ten.
 *
 * @param denominator greater than zero
 */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
  static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);
  static final Fraction HUNDRED = of(BigDecimal.valueOf(100));

  /** Decimals of a quotient when it leaves the arithmetic as a decimal. */
  static final int DECIMALS = 12;

  static Fraction of(BigDecimal value) {
    return value.scale() >= 0
        ? reduced(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : reduced(value.toBigIntegerExact(), BigInteger.ONE);
  }

  static Fraction of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  private static Fraction reduced(BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
  }

  Fraction plus(Fraction other) {
    return reduced(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(other.negated());
  }

  Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  Fraction times(Fraction other) {
    return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** This divided by something that is not zero. */
  Fraction over(Fraction other) {
    return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  int signum() {
    return numerator.signum();
  }

  /** The greatest whole number that is not greater. */
  Fraction whole() {
    return new Fraction(floor(0).toBigInteger(), BigInteger.ONE);
  }

  /** The greatest decimal of so many digits that is not greater. */
  BigDecimal floor(int digits) {
    return divided(digits, RoundingMode.FLOOR);
  }

  /** Rounded half up, away from zero. */
  BigDecimal rounded(int digits) {
    return divided(digits, RoundingMode.HALF_UP);
  }

  /** As a decimal: as it is, or half up to {@link #DECIMALS} where it has no end before. */
  BigDecimal decimal() {
    BigDecimal plain = rounded(DECIMALS).stripTrailingZeros();
    return plain.setScale(Math.max(0, plain.scale()));
  }

  private BigDecimal divided(int digits, RoundingMode mode) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, mode);
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
