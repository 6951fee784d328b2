package org.lottrace.login.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace logins",
        description = "How passwords are kept, how failed logins slow down and lock, over HTTP and SSH")
public @interface LoginConfig {
    String PID = "org.lottrace.login";

    @AttributeDefinition(description = "JAAS realm whose logins are counted")
    String realm() default "karaf";

    @AttributeDefinition(
            description =
                    "Failures of one account from one address without a wait; after each further one twice as many seconds,"
                            + " beginning with one")
    int free_failures() default 3;

    @AttributeDefinition(description = "Failures of one account from one address that lock both for each other")
    int lock_failures() default 10;

    @AttributeDefinition(
            description =
                    "Failures of one account from all addresses, or of one address with all accounts, that lock it. Higher where"
                            + " a proxy stands in front: everybody comes from its address")
    int lock_failures_alone() default 50;

    @AttributeDefinition(description = "How many minutes a lock lasts, and how long a failure is remembered at least")
    int lock_minutes() default 5;

    @AttributeDefinition(
            description =
                    "File in which Karaf keeps passwords: a digest of an earlier version in it is replaced by a hash as they are"
                            + " now, when it is next used, and changes of it are noted in the audit log; nothing: neither")
    String users_file() default "";

    @AttributeDefinition(
            description =
                    "File in which Karaf keeps keys; changes of it are noted in the audit log; nothing: they are not")
    String keys_file() default "";

    @AttributeDefinition(
            description =
                    "Class of the principal that names the user, for the audit log; with its package where the simple name"
                            + " is another's, too")
    String user_principal() default "UserPrincipal";

    @AttributeDefinition(description = "Class of the principals that name the roles, for the audit log")
    String role_principal() default "RolePrincipal";
}
