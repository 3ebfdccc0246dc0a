package fr.gestmat.lending.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.desk.DeviceView.Accessory;
import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.kit.KitItem;
import fr.gestmat.lending.control.kit.KitLine;
import fr.gestmat.lending.entity.PieceFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L067: what belongs to a kit, and what may be said of it. */
class KitTest {

  private static final UUID CHARGER = UUID.randomUUID();
  private static final Kit.Piece CODED = new Kit.Piece(7, CHARGER, "CH-7", "Chargeur");
  private static final List<Accessory> MODEL =
      List.of(new Accessory("Chargeur", 1), new Accessory("Stylet", 2));

  private static KitLine line(String name, PieceFault fault, int quantity) {
    return new KitLine(name, Optional.empty(), fault, quantity);
  }

  private static List<String> codes(Kit kit, KitLine... lines) {
    return kit.refusals(List.of(lines)).stream().map(f -> f.reason().name()).toList();
  }

  @Test
  void a_piece_with_a_code_counts_as_one_of_what_the_model_expects() {
    Kit kit = Kit.of(MODEL, List.of(CODED), List.of());
    assertThat(kit.items())
        .containsExactly(
            new KitItem("Stylet", Optional.empty(), Optional.empty(), 2, 0),
            new KitItem("Chargeur", Optional.of(CHARGER), Optional.of("CH-7"), 1, 0));
  }

  @Test
  void what_was_missing_before_is_not_there_to_be_lent() {
    Kit kit =
        Kit.of(
            MODEL,
            List.of(CODED),
            List.of(
                new Kit.Gap("Stylet", Optional.empty(), 1),
                new Kit.Gap("Chargeur", Optional.of(7L), 1)));
    assertThat(kit.items()).extracting(KitItem::present).containsExactly(1, 0);
    assertThat(codes(kit, line("Stylet", PieceFault.MISSING, 1))).isEmpty();
    assertThat(codes(kit, line("Stylet", PieceFault.MISSING, 2)))
        .containsExactly("KIT_MORE_THAN_LENT");
    assertThat(codes(kit, new KitLine("Chargeur", Optional.of(CHARGER), PieceFault.BROKEN, 1)))
        .containsExactly("KIT_MORE_THAN_LENT");
  }

  @ParameterizedTest(name = "L067 {0} missing and {1} broken of 2: {2}")
  @CsvSource({
    "1, 1, ''",
    "2, , ''",
    ", 2, ''",
    "0, , KIT_QUANTITY_WRONG",
    "-1, 1, KIT_QUANTITY_WRONG",
    "2, 1, KIT_MORE_THAN_LENT",
    "3, , KIT_MORE_THAN_LENT",
  })
  void l067_no_more_can_be_missing_than_was_lent(
      @Nullable Integer missing, @Nullable Integer broken, String expected) {
    List<KitLine> lines = new ArrayList<>();
    if (missing != null) {
      lines.add(line("Stylet", PieceFault.MISSING, missing));
    }
    if (broken != null) {
      lines.add(line("Stylet", PieceFault.BROKEN, broken));
    }
    String said =
        Kit.of(MODEL, List.of(), List.of()).refusals(lines).stream()
            .map(f -> f.reason().name())
            .collect(Collectors.joining(" "));
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void what_belongs_to_no_kit_is_not_missing_in_it() {
    Kit kit = Kit.of(MODEL, List.of(), List.of());
    assertThat(codes(kit, line("Souris", PieceFault.MISSING, 1)))
        .containsExactly("KIT_UNKNOWN_PIECE");
    assertThat(codes(kit, new KitLine("Chargeur", Optional.of(CHARGER), PieceFault.MISSING, 1)))
        .containsExactly("KIT_UNKNOWN_PIECE");
  }
}
