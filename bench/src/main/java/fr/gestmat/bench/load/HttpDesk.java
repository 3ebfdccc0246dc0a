package fr.gestmat.bench.load;

import fr.gestmat.bench.load.HttpConnection.Answer;
import fr.gestmat.bench.territory.LentPair;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A desk of the product: scans as a station in a school does. */
public final class HttpDesk extends Desk {

  private final HttpConnection connection;
  private final String school;

  /**
   * A desk with a connection of its own.
   *
   * @param port of the product on this machine
   * @param token of an agent of the school
   * @param school UAI
   */
  public HttpDesk(int port, String token, String school, List<LentPair> pairs) {
    super(pairs);
    this.connection = new HttpConnection(port, token);
    this.school = school;
  }

  @Override
  protected void checkOut(LentPair pair) throws IOException {
    scan(ScanKind.CHECK_OUT, pair, "\"" + pair.pupilPublicId() + "\"");
  }

  @Override
  protected void checkIn(LentPair pair) throws IOException {
    scan(ScanKind.CHECK_IN, pair, "null");
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  private void scan(ScanKind kind, LentPair pair, String pupil) throws IOException {
    String json =
        "{\"scanId\":\""
            + UUID.randomUUID()
            + "\",\"mode\":\""
            + kind
            + "\",\"school\":\""
            + school
            + "\",\"code\":\""
            + pair.assetTag()
            + "\",\"pupilId\":"
            + pupil
            + ",\"scannedAt\":\""
            + Instant.now()
            + "\",\"returnedAt\":null,\"grade\":null,\"place\":null,\"choice\":null,"
            + "\"reason\":null,\"dryRun\":false}";
    Answer answer = connection.post("/api/v1/scans", json);
    if (answer.status() != 200 || !answer.body().contains("\"" + kind.reason() + "\"")) {
      throw new IllegalStateException(
          "the product answered " + answer.status() + " to " + json + ":\n" + answer.body());
    }
  }
}
