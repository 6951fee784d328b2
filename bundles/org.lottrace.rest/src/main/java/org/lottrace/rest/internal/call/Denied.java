package org.lottrace.rest.internal.call;

import java.util.List;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.violation.Violation;

/** Operations that answer with what is wrong with something else say in the same way that nobody may ask. */
public final class Denied {
    private Denied() {}

    /**
     * @return the same list, when it is an answer
     * @throws NotAllowedException if it says that the caller may not ask
     */
    public static List<Violation> unless(List<Violation> answer) {
        answer.stream()
                .filter(violation -> violation.code().equals(Operations.ROLE_MISSING))
                .findFirst()
                .ifPresent(missing -> {
                    throw new NotAllowedException(missing);
                });
        return answer;
    }
}
