package org.lottrace.gs1.internal.rule;

import java.util.Optional;

/** AI (8112): the code of a coupon of a positive offer file. Source: GS1 General Specifications, 3.9 (coupons in North America). */
final class PositiveOfferCode implements Rule {
    @Override
    public Optional<Fault> fault(String value) {
        CouponParts parts = new CouponParts(value);
        parts.digit("COUPON_MISSING_FORMAT_CODE", "01", "COUPON_INVALID_FORMAT_CODE");
        parts.variable("FUNDER", "0123456", 6);
        parts.digits(6, "COUPON_TRUNCATED_OFFER_CODE");
        parts.variable("SERIAL_NUMBER", "0123456789", 6);
        return parts.end();
    }
}
