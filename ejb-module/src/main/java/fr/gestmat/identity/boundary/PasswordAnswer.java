package fr.gestmat.identity.boundary;

/** What a login and a password lead to. */
public sealed interface PasswordAnswer {

  /**
   * Signed on.
   *
   * @param secret of the new session, for its cookie
   */
  record Welcome(String secret) implements PasswordAnswer {}

  /** Wrong, locked, closed or unknown: all answer alike. */
  record Refused() implements PasswordAnswer {}

  /** Too many people type passwords at this moment: not looked at. */
  record Busy() implements PasswordAnswer {}
}
