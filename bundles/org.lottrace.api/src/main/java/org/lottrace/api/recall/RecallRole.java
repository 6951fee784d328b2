package org.lottrace.api.recall;

import java.util.Arrays;
import java.util.Optional;
import org.lottrace.api.id.PartyId;

/** Who may do what in a recall. The words are the role names of the login. */
public enum RecallRole {
    /** Opens and expands cases, notifies, records answers, checks and destructions. */
    COORDINATOR("recall-coordinator"),
    /** Takes lots out of a recall. */
    QUALITY("recall-quality"),
    /** Signs for what stays unexplained, and closes. */
    SIGNATORY("recall-signatory"),
    /** Answers for the one consignee it stands for, and does nothing else: {@link Actor#consignee(PartyId)}. No login has it. */
    CONSIGNEE("recall-consignee");

    private final String login;

    RecallRole(String login) {
        this.login = login;
    }

    /** @return the name of the role in the login, such as {@code recall-coordinator} */
    public String login() {
        return login;
    }

    /** @return the role with that name in the login, or empty */
    public static Optional<RecallRole> of(String login) {
        return Arrays.stream(values()).filter(role -> role.login.equals(login)).findFirst();
    }
}
