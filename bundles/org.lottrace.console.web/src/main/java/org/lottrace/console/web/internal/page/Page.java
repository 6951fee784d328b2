package org.lottrace.console.web.internal.page;

/** What the console shows at one address, and what its forms do. A page holds no state: whatever it needs comes with the visit. */
public interface Page {
    /** @return the address below {@code /console/}, such as {@code lot}; longer ones below it go to this page, too */
    String path();

    /**
     * @return name of the operation without which the page is of no use: whoever may not call it does not find the page in a menu, and
     *     gets 403 instead of it
     */
    String needs();

    /** @return its picture in {@code icons.svg} when it is in the menu, where its name is the text {@code menu.PATH}; empty: it is not there */
    default String icon() {
        return "";
    }

    /** @return what to show; it changes nothing */
    Answer show(Visit visit);

    /** @return what to show after a form was sent; its token has been checked */
    default Answer change(Visit visit) {
        return Answer.NOT_ALLOWED_HERE;
    }
}
