package fr.gestmat.mealaid.control.form;

/**
 * A page on the way through the form.
 *
 * @param key names it in addresses, at most 40 ASCII characters: the page, and for a child's page
 *     its place among the children, as {@code custody.2}
 * @param page the page
 * @param child place of the child among those applied for, 0 for a page of the household
 */
public record Step(String key, FormPage page, int child) {

  static Step of(FormPage page, int child) {
    return new Step(child == 0 ? page.code() : page.code() + "." + child, page, child);
  }
}
