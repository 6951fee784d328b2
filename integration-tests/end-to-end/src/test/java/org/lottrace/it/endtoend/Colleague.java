package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lottrace.it.endtoend.Browser.Screen;

/** Somebody who has one role and no other. All of them work at one desk, one after the other: a browser takes seconds to start. */
final class Colleague {
    private static final String PASSWORD = "a-long-password-1";
    private static final Set<String> EMPLOYED = new HashSet<>();

    private static Browser desk;

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
        if (desk == null) {
            desk = Browser.at(lottrace.address());
            desk.use(Screen.DESKTOP, "light");
        }
        desk.logIn(user, PASSWORD);
        job.doneIn(desk);
        assertEquals(List.of(), desk.errors(), role);
    }

    static void haveGoneHome() {
        if (desk != null) {
            desk.close();
        }
    }
}
