package fr.gestmat.bench.territory;

import java.util.UUID;

/**
 * Numbers that look drawn and are the same on every machine: the finalizer of SplitMix64 over a
 * kind and a number.
 */
final class Mixed {

  static final int SCHOOL = 1;
  static final int SCHOOL_CLASS = 2;
  static final int PUPIL = 3;
  static final int ACCOUNT = 4;
  static final int ROLE_GRANT = 5;
  static final int DEVICE_MODEL = 6;
  static final int DEVICE = 7;
  static final int LOAN = 8;
  static final int AUTHORITY = 9;
  static final int FAMILY_NAME = 10;
  static final int GIVEN_NAME = 11;
  static final int BIRTH = 12;
  static final int GUARDIAN = 13;
  static final int CAMPAIGN = 14;
  static final int APPLICATION = 15;
  static final int DOCUMENT = 16;
  static final int DECISION = 17;
  static final int LETTER = 18;
  static final int MESSAGE = 19;
  static final int APPEAL = 20;

  private Mixed() {}

  /** 63 bits, never negative. */
  static long bits(int kind, int number) {
    return mix(((long) kind << 32) | number) & Long.MAX_VALUE;
  }

  /** A UUID of version 4. */
  static UUID uuid(int kind, int number) {
    long seed = ((long) kind << 32) | number;
    long high = mix(seed);
    long low = mix(high ^ seed);
    return new UUID(
        (high & 0xffff_ffff_ffff_0fffL) | 0x4000L,
        (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }

  private static long mix(long seed) {
    long z = seed * 0x9e37_79b9_7f4a_7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return z ^ (z >>> 31);
  }
}
