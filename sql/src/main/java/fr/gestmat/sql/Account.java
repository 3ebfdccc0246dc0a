package fr.gestmat.sql;

/**
 * A database account.
 *
 * @param user its name, without a host
 * @param password its password, in clear
 */
public record Account(String user, String password) {

  @Override
  public String toString() {
    return "Account[" + user + "]";
  }
}
