package org.lottrace.it.host;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.osgi.service.component.annotations.Component;

/** All that LotTrace needs to know of the logins of its host: a login configuration, as a service. */
@Component(service = Configuration.class)
public final class ErpLogins extends Configuration {
    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String realm) {
        return realm.equals("lottrace")
                ? new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                            ErpLoginModule.class.getName(), LoginModuleControlFlag.SUFFICIENT, Map.of())
                }
                : null;
    }
}
