package org.lottrace.edi.as2.internal.incoming;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.mime.Headers;

/**
 * Which receipt the sender of a message asks for (RFC 4130, 7.3).
 *
 * @param isWanted whether any
 * @param deliveryOption address for an asynchronous one, as the sender says it; empty: as the answer of the request
 * @param micalgs names of digests, the best first; empty: none is said
 */
record ReceiptRequest(boolean isWanted, boolean isSigned, Optional<String> deliveryOption, List<String> micalgs) {
    private static final String OPTIONS = "Disposition-Notification-Options";

    static ReceiptRequest of(Headers headers) {
        String options = headers.get(OPTIONS).orElse("");
        return new ReceiptRequest(
                headers.get("Disposition-Notification-To").isPresent(),
                !values(options, "signed-receipt-protocol").isEmpty(),
                headers.get("Receipt-Delivery-Option"),
                values(options, "signed-receipt-micalg"));
    }

    /** @return the first digest that we have; SHA-256 when none is said. Empty when we have none of them */
    Optional<Digest> digest() {
        return micalgs.isEmpty()
                ? Optional.of(Digest.SHA_256)
                : micalgs.stream().map(Digest::named).flatMap(Optional::stream).findFirst();
    }

    /** Behind the name stands first how important it is. */
    private static List<String> values(String options, String name) {
        return Arrays.stream(options.split(";"))
                .map(String::strip)
                .filter(option -> option.toLowerCase(java.util.Locale.ROOT).startsWith(name))
                .filter(option -> option.contains("="))
                .flatMap(option -> Arrays.stream(
                                option.substring(option.indexOf('=') + 1).split(","))
                        .map(String::strip)
                        .skip(1))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
