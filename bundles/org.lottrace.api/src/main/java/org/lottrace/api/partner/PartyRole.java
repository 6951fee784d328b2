package org.lottrace.api.partner;

/** What a party is to the company. A party can be several. */
public enum PartyRole {
    /** The company that runs LotTrace, or one of its legal entities. */
    COMPANY,
    SUPPLIER,
    CUSTOMER,
    CARRIER
}
