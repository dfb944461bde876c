// Lengths that only mix with their own kind: adding CSS px to em is not a sum
// that compiles.
#pragma once

namespace broadsheet {

/// A length counted in `Unit`. A ratio of two of them is a plain number.
template <class Unit>
class Length {
 public:
  constexpr Length() = default;
  constexpr explicit Length(double value) : value_(value) {}

  [[nodiscard]] constexpr double value() const { return value_; }

  constexpr Length& operator+=(Length other) {
    value_ += other.value_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    value_ -= other.value_;
    return *this;
  }
  constexpr Length operator-() const { return Length(-value_); }

  friend constexpr Length operator+(Length a, Length b) { return a += b; }
  friend constexpr Length operator-(Length a, Length b) { return a -= b; }
  friend constexpr Length operator*(Length a, double times) {
    return Length(a.value_ * times);
  }
  friend constexpr Length operator*(double times, Length a) {
    return a * times;
  }
  friend constexpr Length operator/(Length a, double parts) {
    return Length(a.value_ / parts);
  }
  friend constexpr double operator/(Length a, Length b) {
    return a.value_ / b.value_;
  }

  // Spelled out: clang-tidy 14 takes a rewritten <=> for a comparison with 0.
  friend constexpr bool operator==(Length a, Length b) {
    return a.value_ == b.value_;
  }
  friend constexpr bool operator<(Length a, Length b) {
    return a.value_ < b.value_;
  }
  friend constexpr bool operator>(Length a, Length b) { return b < a; }
  friend constexpr bool operator<=(Length a, Length b) { return !(b < a); }
  friend constexpr bool operator>=(Length a, Length b) { return !(a < b); }

 private:
  double value_ = 0;
};

/// CSS px.
using Px = Length<struct PxUnit>;

/// Multiples of the font size: what survives a change of text size unmeasured.
using Em = Length<struct EmUnit>;

constexpr Px operator""_px(long double value) {
  return Px(static_cast<double>(value));
}
constexpr Px operator""_px(unsigned long long value) {
  return Px(static_cast<double>(value));
}
constexpr Em operator""_em(long double value) {
  return Em(static_cast<double>(value));
}
constexpr Em operator""_em(unsigned long long value) {
  return Em(static_cast<double>(value));
}

constexpr Px to_px(Em length, Px font_size) {
  return font_size * length.value();
}

/// `font_size` must not be zero.
constexpr Em to_em(Px length, Px font_size) { return Em(length / font_size); }

}  // namespace broadsheet
