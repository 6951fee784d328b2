package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lottrace.it.endtoend.Browser.Screen;

/** Somebody who has one role and no other, at a desk with a browser. */
final class Colleague {
    private static final String PASSWORD = "a-long-password-1";
    private static final Set<String> EMPLOYED = new HashSet<>();

    /** What somebody does. */
    interface Job {
        void doneIn(Browser own) throws Exception;
    }

    private Colleague() {}

    /** The browser notes no error while the job is done. */
    static void does(LotTraceProcess lottrace, String role, Job job) throws Exception {
        String user = "only-" + role;
        if (EMPLOYED.add(user)) {
            lottrace.enter(user, PASSWORD, role);
        }
        try (Browser own = Browser.at(lottrace.address())) {
            own.use(Screen.DESKTOP, "light");
            own.logIn(user, PASSWORD);
            job.doneIn(own);
            assertEquals(List.of(), own.errors(), role);
        }
    }
}
