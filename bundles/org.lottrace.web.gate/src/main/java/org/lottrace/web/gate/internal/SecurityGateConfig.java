package org.lottrace.web.gate.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace security gate", description = "Who may use anything below /lottrace")
@interface SecurityGateConfig {
    @AttributeDefinition(description = "JAAS realm that checks user name and password")
    String realm() default "karaf";

    @AttributeDefinition(
            description =
                    "Roles that may pass, separated by commas; a user needs one of them; nothing: every role of LotTrace."
                            + " What each may do is in the catalogue of operations")
    String allowed_roles() default "";

    @AttributeDefinition(
            description =
                    "How many seconds a login is remembered after its password was checked, which takes long; 0: not at all")
    int remember_seconds() default 0;

    @AttributeDefinition(
            description =
                    "Files that hold users, passwords and roles, separated by commas: when one changes, no login is remembered")
    String remember_while_unchanged() default "";

    @AttributeDefinition(
            description =
                    "Class of the principal that names the user; a class because a user and a role may share a name")
    String user_principal() default "org.apache.karaf.jaas.boot.principal.UserPrincipal";

    @AttributeDefinition(description = "Class of the principals that name the roles")
    String role_principal() default "org.apache.karaf.jaas.boot.principal.RolePrincipal";
}
