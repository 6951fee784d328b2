package org.lottrace.api.id;

/**
 * Code of the channel through which the company sells: retail, food service, export, the own shop. The ERP system's word; case is
 * significant.
 *
 * @param value 1 to 20 letters, digits or {@code . _ -}; the first is a letter or a digit
 */
public record ChannelId(String value) {
    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public ChannelId {
        ErpCode.check("channel", value, 20);
    }

    @Override
    public String toString() {
        return value;
    }
}
