package fr.gestmat.bench.territory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bearer tokens of a territory's accounts, drawn anew for each run and valid for a day. */
public final class Tokens {

  private final List<String> tokens;

  private Tokens(List<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * Gives every account a token with all of its grants, in place of those of former runs.
   *
   * @param owner connection of the account that owns the schema
   */
  public static Tokens issue(Connection owner, TerritorySize size) throws SQLException {
    List<String> tokens = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        PreparedStatement insert =
            owner.prepareStatement(
                "insert into api_token (id, public_id, authority_id, account_id, token_hash,"
                    + " purpose, created_at, created_by, expires_at) values (?, uuid(), 1, ?, ?,"
                    + " 'bench', utc_timestamp(6), 'bench', utc_timestamp(6) + interval 1 day)")) {
      statement.execute("delete from api_token_grant");
      statement.execute("delete from api_token");
      for (int account = 1; account <= size.schools() + 1; account++) {
        String token = draw();
        tokens.add(token);
        insert.setInt(1, account);
        insert.setInt(2, account);
        insert.setBytes(3, hash(token));
        insert.addBatch();
      }
      insert.executeBatch();
      statement.execute(
          "insert into api_token_grant select account_id, role, school_key from role_grant");
    }
    return new Tokens(tokens);
  }

  /** Token of a school's agent. */
  public String agent(int school) {
    return tokens.get(school);
  }

  /** Token of the one who works for the whole region. */
  public String region() {
    return tokens.get(tokens.size() - 1);
  }

  static String draw() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return "gm_" + HexFormat.of().formatHex(bytes);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
