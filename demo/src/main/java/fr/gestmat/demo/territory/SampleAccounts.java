package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.AccountRows.Given;
import fr.gestmat.demo.territory.AccountRows.NewAccount;
import fr.gestmat.identity.boundary.EntProfile;
import fr.gestmat.identity.control.PasswordHash;
import fr.gestmat.identity.control.Secret;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ENT as an identity provider, the accounts of the staff with their roles, and a token for each
 * role. Passwords and tokens are drawn anew each time: nothing to get in with is in the source.
 */
final class SampleAccounts {

  /** Key of the simulated ENT. */
  static final String PROVIDER = "ent-marches";

  private static final int TOKEN_DAYS = 365;

  private final Sample sample;
  private final SampleSchools schools;
  private final Map<String, Long> staff;
  private final Ids accountIds;
  private final Ids grantIds;
  private final Ids tokenIds;
  private final List<SampleAccess.Login> logins = new ArrayList<>();
  private final List<SampleAccess.Token> tokens = new ArrayList<>();

  private SampleAccounts(Sample sample, SampleSchools schools, Map<String, Long> staff) {
    this.sample = sample;
    this.schools = schools;
    this.staff = staff;
    this.accountIds = sample.ids("account_seq");
    this.grantIds = sample.ids("role_grant_seq");
    this.tokenIds = sample.ids("api_token_seq");
  }

  /**
   * Writes provider, accounts, roles and tokens.
   *
   * @param staff database ids of the staff by external id
   */
  static SampleAccess write(Sample sample, SampleSchools schools, Map<String, Long> staff)
      throws SQLException {
    SampleAccounts accounts = new SampleAccounts(sample, schools, staff);
    accounts.writeAccounts(accounts.writeProvider());
    return new SampleAccess(accounts.logins, accounts.tokens);
  }

  private long writeProvider() throws SQLException {
    long id = sample.ids("identity_provider_seq").next();
    try (ProviderRows rows = new ProviderRows(sample, schools.authority())) {
      rows.add(id, sample.chance().uuid(), PROVIDER, "Mon ENT des Marches");
      for (School school : schools.schools()) {
        rows.school(id, school.id());
      }
    }
    return id;
  }

  private void writeAccounts(long provider) throws SQLException {
    try (SamplePeople people = new SamplePeople(sample, schools.authority());
        Rows tokenRows =
            Rows.of(
                sample,
                "api_token",
                "id public_id authority_id account_id token_hash purpose created_at created_by"
                    + " expires_at",
                people.accounts().accounts);
        Rows limits = Rows.of(sample, "api_token_grant", "token_id role school_key", tokenRows)) {
      AccountRows accounts = people.accounts();
      for (SampleStaff.Member member : SampleStaff.MEMBERS) {
        long account = writeMember(accounts, provider, member);
        for (int position : member.schools()) {
          School school = schools.schools().get(position);
          for (Role role : member.roles()) {
            writeGrant(accounts, account, role, school.id());
            writeToken(tokenRows, limits, account, member.fullName(), role, school.id());
          }
        }
      }
      for (SampleStaff.Official official : SampleStaff.OFFICIALS) {
        long account = writeOfficial(accounts, official);
        writeGrant(accounts, account, official.role(), null);
        writeToken(tokenRows, limits, account, official.fullName(), official.role(), 0);
      }
    }
  }

  private long writeMember(AccountRows accounts, long provider, SampleStaff.Member member)
      throws SQLException {
    long id = accountIds.next();
    accounts.worker(
        new NewAccount(id, sample.chance().uuid(), member.fullName(), null, sample.now()),
        provider,
        Objects.requireNonNull(staff.get(member.externalId())),
        member.externalId(),
        EntProfile.of("National_" + member.profile()).orElseThrow());
    return id;
  }

  private long writeOfficial(AccountRows accounts, SampleStaff.Official official)
      throws SQLException {
    long id = accountIds.next();
    String password = Secret.random();
    logins.add(
        new SampleAccess.Login(official.login(), password, official.fullName(), official.role()));
    accounts.official(
        new NewAccount(
            id,
            sample.chance().uuid(),
            official.fullName(),
            official.login() + "@hautes-marches.example",
            sample.now()),
        official.login(),
        PasswordHash.of(password));
    return id;
  }

  private void writeGrant(AccountRows accounts, long account, Role role, @Nullable Long school)
      throws SQLException {
    accounts.grant(
        new Given(grantIds.next(), sample.chance().uuid(), sample.now(), "Étienne Marchal"),
        account,
        role,
        school);
  }

  /** The first holder of each role lends it to a token. */
  private void writeToken(
      Rows tokenRows, Rows limits, long account, String owner, Role role, long school)
      throws SQLException {
    if (tokens.stream().anyMatch(token -> token.role() == role)) {
      return;
    }
    String secret = "gm_" + Secret.random();
    tokens.add(new SampleAccess.Token(role, owner, secret));
    long id = tokenIds.next();
    tokenRows.add(
        id,
        sample.chance().uuid(),
        schools.authority(),
        account,
        Secret.hash(secret),
        "Essai de l'API",
        sample.now(),
        owner,
        sample.now().plus(TOKEN_DAYS, ChronoUnit.DAYS));
    limits.add(id, role, school);
  }
}
