package org.lottrace.trace.drawing.internal.paper;

/** The colors on paper; those of the style sheet in a light page. Text is at least 4.5 times as dark as its ground. */
enum Hue {
    PAPER(0xffffff),
    BAND(0xf3f5f8),
    INK(0x1c2430),
    QUIET(0x4d5868),
    LINE(0x6b7788),
    SUSPECT(0xb3261e),
    RECALLED(0xb3261e),
    ON_HOLD(0x9a5b00),
    EXPIRED(0x6a4fa3),
    SELLABLE(0x1f7a45),
    UNKNOWN(0x4d5868),
    SEED(0x1d5fa8);

    private final int rgb;

    Hue(int rgb) {
        this.rgb = rgb;
    }

    float red() {
        return (rgb >> 16 & 0xff) / 255f;
    }

    float green() {
        return (rgb >> 8 & 0xff) / 255f;
    }

    float blue() {
        return (rgb & 0xff) / 255f;
    }
}
