package org.lottrace.edi.sftp.internal.server;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SSH server with SFTP and nothing else, keys and nothing else. */
final class SftpOnly {
    private static final int MOST_TRIES = 6;
    /** One more than this may be open: MINA counts those before. */
    private static final int MOST_CHANNELS = 4;

    private static final int MOST_HANDLES = 50;

    private SftpOnly() {}

    /** @param jails the home of a partner that has logged in */
    static SshServer server(
            ServerSettings settings, PartnerKeys partners, Logins logins, Function<String, Jail> jails) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, key, session) -> {
            boolean isPartner = partners.authenticate(user, key, session);
            if (!isPartner) {
                logins.refused(session, user);
            }
            return isPartner;
        });
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setAgentFactory(null);
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new JailAccess(jails))
                .build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                return jails.apply(session.getUsername()).root();
            }
        });
        server.addSessionListener(logins);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, settings.sessions());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, MOST_CHANNELS);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, MOST_HANDLES);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, settings.login());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, settings.idle());
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_TRIES);
        // of the extensions none is needed, and some replace files
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "");
        return server;
    }
}
