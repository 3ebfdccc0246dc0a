package fr.gestmat.mealaid.control.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTextTest {

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static LetterText text(String title, String body, String footer, byte[] logo) {
    return new LetterText(title, body, "", footer, Optional.of(logo));
  }

  static Stream<Arguments> texts() throws IOException {
    byte[] none = new byte[0];
    byte[] png = picture("png");
    byte[] broken = Arrays.copyOf(png, 40);
    return Stream.of(
        Arguments.of("whole", text("T", "B", "F".repeat(190), png), List.of()),
        Arguments.of("a JPEG", text("T", "B", "", picture("jpg")), List.of()),
        Arguments.of(
            "footer of 191", text("T", "B", "F".repeat(191), none), List.of("footer:tooLong")),
        Arguments.of("a GIF", text("T", "B", "", picture("gif")), List.of("logo:logoNoPicture")),
        Arguments.of(
            "a renamed document",
            text("T", "B", "", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1)),
            List.of("logo:logoNoPicture")),
        Arguments.of("half a picture", text("T", "B", "", broken), List.of("logo:logoNoPicture")),
        Arguments.of(
            "a huge one", text("T", "B", "", new byte[500_001]), List.of("logo:logoTooLarge")),
        Arguments.of("nothing", text("", " ", "", none), List.of("title:missing", "body:missing")),
        Arguments.of(
            "a field that is none",
            text("T", "{mot} {numero}", "", none),
            List.of("body:unknownField")),
        Arguments.of("a loose brace", text("T", "{numero", "", none), List.of("body:looseBrace")));
  }

  @ParameterizedTest(name = "M-A24 {0}: {2}")
  @MethodSource("texts")
  void is_refused_at_edition(String what, LetterText text, List<String> expected) {
    assertThat(text.refusals())
        .extracting(reason -> reason.field() + ":" + reason.code())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(LetterKind.class)
  void the_usual_texts_could_be_published(LetterKind kind) {
    assertThat(LetterText.usual(kind).refusals()).extracting(Refusal::code).isEmpty();
  }

  @Test
  void a_field_is_replaced_once_and_never_read_again() {
    assertThat(
            LetterField.fill(
                "{demandeur}, {motif}",
                Map.of(LetterField.APPLICANT, "{motif} $1", LetterField.REASON, "R")))
        .isEqualTo("{motif} $1, R");
    assertThatThrownBy(() -> LetterField.fill("{autre}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
