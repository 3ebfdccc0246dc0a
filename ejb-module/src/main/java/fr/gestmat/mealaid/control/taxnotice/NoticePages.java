package fr.gestmat.mealaid.control.taxnotice;

import java.util.List;

/** Whether the pages of a tax notice are all there: it has two at least (M-M04). */
public final class NoticePages {

  private static final int LEAST = 2;

  private NoticePages() {}

  /** Over all files together: two pictures are two pages. */
  public static boolean areEnough(List<Integer> pages) {
    return pages.stream().mapToInt(Integer::intValue).sum() >= LEAST;
  }
}
