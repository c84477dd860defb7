package org.tongdao.api.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongdao.platform.PlatformSettings;

/**
 * The boxes of the file drop over SFTP, when {@code tongdao.sftp.port} is set: keys only, each key in its own box, no shell, no forwarding. What is written
 * appears in {@code in} whole; the sweeper takes it from there as from any folder.
 */
@Component
class SftpDoor {

    private static final Logger LOG = LoggerFactory.getLogger(SftpDoor.class);
    private static final int HOST_KEY_BITS = 256;
    private static final long MOST_MEGABYTES = 10_240;

    private final Environment settings;
    private final SftpLogins logins;
    private final Path folder;
    private volatile Optional<SshServer> server = Optional.empty();

    SftpDoor(Environment settings, PlatformSettings platform, SftpLogins logins) {
        this.settings = settings;
        this.logins = logins;
        this.folder = platform.home().resolve("sftp");
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        int port = settings.getProperty("tongdao.sftp.port", Integer.class, 0);
        if (port > 0) {
            open(settings.getProperty("tongdao.sftp.address", "0.0.0.0"), port);
        }
    }

    /** Opens it; port 0 takes a free one. Returns the port. */
    int open(String address, int port) {
        try {
            Files.createDirectories(folder);
            var sshd = SshServer.setUpDefaultServer();
            sshd.setHost(address);
            sshd.setPort(port);
            sshd.setKeyPairProvider(hostKeys());
            sshd.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            sshd.setPasswordAuthenticator(null);
            sshd.setPublickeyAuthenticator((user, key, session) -> logins.admits(key, session));
            sshd.addSessionListener(logins);
            sshd.setFileSystemFactory(new Boxes());
            sshd.setSubsystemFactories(List.of(sftp()));
            sshd.start();
            server = Optional.of(sshd);
            return sshd.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("SFTP cannot listen at " + address + ":" + port + ". Maybe it is taken.", e);
        }
    }

    private SimpleGeneratorHostKeyProvider hostKeys() {
        var provider = new SimpleGeneratorHostKeyProvider(folder.resolve("host_key"));
        provider.setAlgorithm("EC");
        provider.setKeySize(HOST_KEY_BITS);
        provider.setStrictFilePermissions(true);
        return provider;
    }

    private SftpSubsystemFactory sftp() {
        long most = settings.getProperty("tongdao.sftp.quota-mb", Long.class, MOST_MEGABYTES);
        var rules = new SftpRules(most << 20);
        var factory =
                new SftpSubsystemFactory.Builder().withFileSystemAccessor(rules).build();
        factory.addSftpEventListener(rules);
        return factory;
    }

    @EventListener
    void end(ContextClosedEvent event) {
        close();
    }

    void close() {
        server.ifPresent(sshd -> {
            try {
                sshd.stop(true);
            } catch (IOException e) {
                LOG.warn("SFTP did not close in order", e);
            }
        });
        server = Optional.empty();
    }

    /** The root of a session is the box of its key; there is nothing above it. */
    private static final class Boxes extends VirtualFileSystemFactory {

        @Override
        public Path getUserHomeDir(SessionContext session) throws IOException {
            var box = session.getAttribute(SftpLogins.BOX);
            if (box == null) {
                throw new IOException("a session without a box");
            }
            for (String folder : SftpRules.FOLDERS) {
                Files.createDirectories(box.resolve(folder));
            }
            return box;
        }
    }
}
