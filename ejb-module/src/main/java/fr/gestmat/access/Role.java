package fr.gestmat.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a person may be in the product (the roles of the domain). A management role comes from a
 * grant only, never from an ENT profile: some ENTs give every member of staff the same profile.
 */
public enum Role {
  /** A pupil, known from the directory. */
  PUPIL,
  /** A pupil's guardian, known from the directory. */
  GUARDIAN,
  /** Scans devices out and in at a school's desk. */
  LOAN_AGENT,
  /** Runs a school's lending: stock, agreements, incidents, campaigns. */
  LOAN_MANAGER,
  /** A school's bursary: visas and statements of meal aid. */
  BURSAR,
  /** Reviews and decides aid applications for the authority. */
  AID_OFFICER,
  /** Runs aid campaigns, scales and statements. */
  AID_MANAGER,
  /** Steers lending in every school of the authority. */
  REGION_MANAGER,
  /** Reads the journals. */
  AUDITOR,
  /** Gives rights, imports the directory, sets things up. */
  ADMIN;

  private static final Set<Role> OF_A_SCHOOL = EnumSet.of(LOAN_AGENT, LOAN_MANAGER, BURSAR);

  /**
   * The group that everybody who signed on is in, whatever their rights: for use cases about one's
   * own account.
   */
  public static final String SIGNED_ON = "SIGNED_ON";

  /** Whether it is given by an administrator, not known from the directory. */
  public boolean grantable() {
    return this != PUPIL && this != GUARDIAN;
  }

  /** Whether it may be given on one school; the others hold on the whole authority only. */
  public boolean ofASchool() {
    return OF_A_SCHOOL.contains(this);
  }
}
