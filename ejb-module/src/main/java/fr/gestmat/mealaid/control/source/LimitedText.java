package fr.gestmat.mealaid.control.source;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Receives a text in UTF-8 up to a size; what is longer is no answer of ours and is cut off. */
final class LimitedText implements HttpResponse.BodySubscriber<String> {

  /** Bytes at most. */
  static final int MOST = 256 * 1024;

  private final CompletableFuture<String> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Optional<Flow.Subscription> subscription = Optional.empty();

  @Override
  public CompletionStage<String> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = Optional.of(given);
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      byte[] next = new byte[Math.min(part.remaining(), MOST - bytes.size())];
      part.get(next);
      bytes.writeBytes(next);
    }
    if (bytes.size() >= MOST) {
      subscription.ifPresent(Flow.Subscription::cancel);
      onComplete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
