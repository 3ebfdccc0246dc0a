package fr.gestmat.reports.datamatrix;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.decoder.Decoder;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the square DataMatrix codes of a picture: a photograph, a scan, a rendered page. */
public final class DataMatrixSearch {

  /** Longest sides that blots are looked for at: a code fills the picture, or is a stamp on it. */
  private static final int[] LONGEST = {2400, 1400, 800, 400, 200};

  private static final int[] RADII = {2, 4};

  /** Grids that are tried on a blot, those that agree most first. */
  private static final int TRIES = 6;

  private DataMatrixSearch() {}

  /** What the codes say, in the order in which they are found; empty if there is none. */
  public static List<String> read(BufferedImage image) {
    GrayPicture picture = GrayPicture.of(image);
    Set<String> texts = new LinkedHashSet<>();
    int longest = Math.max(picture.width(), picture.height());
    int done = 0;
    for (int size : LONGEST) {
      int step = Math.max(1, (longest + size - 1) / size);
      if (step == done) {
        continue;
      }
      done = step;
      look(picture, step, texts);
      if (!texts.isEmpty()) {
        break;
      }
    }
    return List.copyOf(texts);
  }

  private static void look(GrayPicture picture, int step, Set<String> texts) {
    GrayPicture small = picture.smaller(step);
    InkMask ink = InkMask.of(small);
    for (int radius : RADII) {
      for (Quad box : Blots.of(ink.closed(radius), ink)) {
        Quad quad = SideFit.fit(box, ink);
        decode(picture, quad.times(step)).ifPresent(texts::add);
      }
      if (!texts.isEmpty()) {
        return;
      }
    }
  }

  private record Attempt(CodeGrid grid, Quad quad, double agreement) {}

  private static Optional<String> decode(GrayPicture picture, Quad quad) {
    List<Attempt> attempts = new ArrayList<>();
    for (int[] size : CodeGrid.SIZES) {
      if (quad.side(0) / size[0] < 1.2) {
        break;
      }
      CodeGrid grid = new CodeGrid(picture, size[0], size[1]);
      for (int turn = 0; turn < 4; turn++) {
        Quad turned = quad.turned(turn);
        attempts.add(new Attempt(grid, turned, grid.agreement(turned)));
      }
    }
    attempts.sort(Comparator.comparingDouble(Attempt::agreement).reversed());
    for (Attempt attempt : attempts.subList(0, Math.min(TRIES, attempts.size()))) {
      Quad settled = attempt.grid().settled(attempt.quad());
      Optional<String> text = decode(attempt.grid().modules(settled));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decode(BitMatrix modules) {
    try {
      return Optional.of(new Decoder().decode(modules).getText());
    } catch (ChecksumException | FormatException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
