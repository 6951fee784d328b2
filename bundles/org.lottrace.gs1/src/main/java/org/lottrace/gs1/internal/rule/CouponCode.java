package org.lottrace.gs1.internal.rule;

import java.util.Optional;

/** AI (8110): the code of a coupon. Source: GS1 General Specifications, 3.9 (coupons in North America). */
final class CouponCode implements Rule {
    private static final String ANY = "0123456789";
    private static final String NO_COMPANY = "9";

    private final DateRules dates;

    CouponCode(DateRules dates) {
        this.dates = dates;
    }

    @Override
    public Optional<Fault> fault(String value) {
        CouponParts parts = new CouponParts(value);
        parts.variable("GCP", "0123456", 6);
        parts.digits(6, "COUPON_TRUNCATED_OFFER_CODE");
        parts.variable("SAVE_VALUE", "12345", 0);
        purchase(parts, "1ST");
        if (nextIs(value, parts, '1')) {
            additionalPurchases(value, parts);
        }
        if (nextIs(value, parts, '2')) {
            furtherPurchase(value, parts, "3RD");
        }
        dates(value, parts);
        if (nextIs(value, parts, '5')) {
            parts.variable("SERIAL_NUMBER", ANY, 6);
        }
        if (nextIs(value, parts, '6')) {
            parts.variable("RETAILER_GCP_OR_GLN", "1234567", 6);
        }
        if (nextIs(value, parts, '9')) {
            miscellaneous(parts);
        }
        return parts.end();
    }

    /** Each optional field begins with its own digit, and they stand in the order of these. */
    private static boolean nextIs(String value, CouponParts parts, char field) {
        if (parts.isAtEnd() || value.charAt(parts.position()) != field) {
            return false;
        }
        parts.digits(1, "");
        return true;
    }

    private static void purchase(CouponParts parts, String which) {
        parts.variable(which + "_PURCHASE_REQUIREMENT", "12345", 0);
        String code = which + "_PURCHASE_REQUIREMENT_CODE";
        parts.digit("COUPON_MISSING_" + code, "012349", "COUPON_INVALID_" + code);
        parts.digits(3, "COUPON_TRUNCATED_" + which + "_PURCHASE_FAMILY_CODE");
    }

    private static void additionalPurchases(String value, CouponParts parts) {
        String rules = "ADDITIONAL_PURCHASE_RULES_CODE";
        parts.digit("COUPON_MISSING_" + rules, "0123", "COUPON_INVALID_" + rules);
        furtherPurchase(value, parts, "2ND");
    }

    private static void furtherPurchase(String value, CouponParts parts, String which) {
        purchase(parts, which);
        boolean isOfNoOtherCompany = !parts.isAtEnd() && value.startsWith(NO_COMPANY, parts.position());
        if (isOfNoOtherCompany) {
            parts.digits(1, "");
        } else {
            parts.variable(which + "_PURCHASE_GCP", "0123456", 6);
        }
    }

    private void dates(String value, CouponParts parts) {
        int first = parts.position();
        String end = nextIs(value, parts, '3') ? date(parts, "EXPIRATION_DATE", "COUPON_INVALID_EXIPIRATION_DATE") : "";
        String start = nextIs(value, parts, '4') ? date(parts, "START_DATE", "COUPON_INVALID_START_DATE") : "";
        if (parts.fault().isEmpty()
                && !end.isEmpty()
                && !start.isEmpty()
                && dates.day(end).isBefore(dates.day(start))) {
            parts.refuse("COUPON_EXPIRATION_BEFORE_START", first, parts.position());
        }
    }

    /** @param invalid the word of GS1, with its own spelling */
    private String date(CouponParts parts, String what, String invalid) {
        String date = parts.digits(6, "COUPON_TOO_SHORT_FOR_" + what);
        if (!date.isEmpty() && dates.yymmdd().fault(date).isPresent()) {
            parts.refuse(invalid, parts.position() - 6, parts.position());
        }
        return date;
    }

    private static void miscellaneous(CouponParts parts) {
        parts.digit("COUPON_MISSING_SAVE_VALUE_CODE", "01256", "COUPON_INVALID_SAVE_VALUE_CODE");
        String item = "SAVE_VALUE_APPLIES_TO_ITEM";
        parts.digit("COUPON_MISSING_" + item, "012", "COUPON_INVALID_" + item);
        parts.digit("COUPON_MISSING_STORE_COUPON_FLAG");
        String flag = "DONT_MULTIPLY_FLAG";
        parts.digit("COUPON_MISSING_" + flag, "01", "COUPON_INVALID_" + flag);
    }
}
