package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * How to get in: local accounts with their passwords, and a bearer token for each role.
 *
 * @param logins people of the region
 * @param tokens for other systems
 */
public record SampleAccess(List<Login> logins, List<Token> tokens) {

  /** Keeps the lists unchangeable. */
  public SampleAccess {
    logins = List.copyOf(logins);
    tokens = List.copyOf(tokens);
  }

  /**
   * A local account.
   *
   * @param password in clear: it exists only for this demonstration
   */
  public record Login(String login, String password, String fullName, Role role) {}

  /**
   * A bearer token.
   *
   * @param owner name of the account that it acts as
   * @param secret what is sent in the Authorization header
   */
  public record Token(Role role, String owner, String secret) {}

  /** The same with more local accounts. */
  SampleAccess and(List<Login> others) {
    List<Login> all = new ArrayList<>(logins);
    all.addAll(others);
    return new SampleAccess(all, tokens);
  }

  /** The token of a role. */
  public String token(Role role) {
    return tokens.stream()
        .filter(token -> token.role() == role)
        .findFirst()
        .map(Token::secret)
        .orElseThrow();
  }
}
