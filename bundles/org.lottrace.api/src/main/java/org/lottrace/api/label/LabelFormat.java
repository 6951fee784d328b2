package org.lottrace.api.label;

import org.lottrace.api.code.Coded;

/** As what a label is given. */
public enum LabelFormat implements Coded {
    /** An image, 12 dots for a millimetre. */
    PNG("PNG", "image/png"),
    /** A drawing. */
    SVG("SVG", "image/svg+xml"),
    /** A page of the size of the label. */
    PDF("PDF", "application/pdf"),
    /** Commands for a label printer, in the language ZPL II; it makes the bar codes itself. */
    ZPL("ZPL", "application/zpl");

    private final String code;
    private final String mediaType;

    LabelFormat(String code, String mediaType) {
        this.code = code;
        this.mediaType = mediaType;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return its media type; the one of ZPL is not registered */
    public String mediaType() {
        return mediaType;
    }
}
