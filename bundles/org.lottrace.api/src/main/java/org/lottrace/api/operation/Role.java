package org.lottrace.api.operation;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;

/** What a caller may do. The codes are the names of the roles in the login; a login may have several. */
public enum Role implements Coded {
    /** Runs the installation. Does not decide in recalls. */
    ADMINISTRATOR("admin"),
    /** Works in warehouse, production, sales and accounting, or is the ERP system. */
    OPERATOR("lottrace"),
    /** Keeps items, sites, parties and orders. */
    MASTER_DATA("lottrace-master-data"),
    /** Takes goods in, from suppliers, own sites and customers, and puts them away. */
    RECEIVER("lottrace-receiver"),
    /** Takes lots into production and makes lots. */
    PRODUCER("lottrace-producer"),
    /** Reserves, picks, packs and hands over goods. */
    SHIPPER("lottrace-shipper"),
    /** Decides about lots outside of recalls: holds, releases, has them destroyed. */
    QUALITY("lottrace-quality"),
    /** Reads what lots cost and the journal, and records what invoices and other documents say about costs. Moves nothing. */
    ACCOUNTANT("lottrace-accountant"),
    /** Does what an accountant does, values lots anew, and signs for quantities that no document moves: differences of a count, opening stock. */
    CONTROLLER("lottrace-controller"),
    /** Reads everything and changes nothing. */
    AUDITOR("lottrace-auditor"),
    /** Takes back what was recorded and corrects lots. */
    CORRECTOR("lottrace-corrector"),
    /** Opens and expands recall cases, notifies, records answers, checks and destructions. */
    RECALL_COORDINATOR("recall-coordinator"),
    /** Decides about lots in a recall; takes lots out of it. */
    RECALL_QUALITY("recall-quality"),
    /** Signs for what stays unexplained in a recall, and closes it. */
    RECALL_SIGNATORY("recall-signatory"),
    /** Answers for the one consignee it stands for. No login has it. */
    CONSIGNEE("recall-consignee"),
    /** Sends EDI documents for the one partner it stands for. No login has it. */
    TRADING_PARTNER("trading-partner");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when a login can have it: a consignee or a partner is known by what they send */
    public boolean isOfLogin() {
        return this != CONSIGNEE && this != TRADING_PARTNER;
    }

    /**
     * @param has says whether the login has the role of that name
     * @return the roles of ours that it has
     */
    public static Set<Role> ofLogin(Predicate<String> has) {
        return Arrays.stream(values())
                .filter(role -> role.isOfLogin() && has.test(role.code))
                .collect(Collectors.toUnmodifiableSet());
    }
}
