package fr.gestmat.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.identity.entity.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOutTest {

  private static final Instant NOW = Instant.parse("2026-11-23T13:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,0",
    "4,0",
    "5,30",
    "6,60",
    "7,120",
    "8,240",
    "9,480",
    "10,960",
    "11,1920",
    "12,3600",
    "13,3600",
    "1000,3600",
    "2147483647,3600"
  })
  void eachFurtherFailureDoublesTheRestUpToAnHour(int failures, long seconds) {
    assertThat(rest(LockOut.here(failures, NOW))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "5,0", "100,0", "101,30", "102,60", "108,3600", "2147483647,3600"})
  void fromEverywhereTogetherAHundredCostNoRest(int failures, long seconds) {
    assertThat(rest(LockOut.everywhere(failures, NOW))).isEqualTo(Duration.ofSeconds(seconds));
  }

  private static Duration rest(Optional<Instant> until) {
    return until.map(end -> Duration.between(NOW, end)).orElse(Duration.ZERO);
  }

  @Test
  void onlyTheFailuresOfOneDayCountTogether() {
    Account account = Account.local(1, "n.benhamou", "Nadia Benhamou", null, NOW);

    assertThat(account.failed(NOW)).isEqualTo(1);
    assertThat(account.failed(NOW.plus(Duration.ofHours(23)))).isEqualTo(2);
    assertThat(account.failed(NOW.plus(Duration.ofHours(24)))).isEqualTo(1);
    account.signedOn(NOW.plus(Duration.ofHours(25)));
    assertThat(account.failed(NOW.plus(Duration.ofHours(25)))).isEqualTo(1);
  }
}
