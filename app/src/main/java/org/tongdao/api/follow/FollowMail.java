package org.tongdao.api.follow;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail, when the installation has a server for it: settings {@code tongdao.mail.*} and {@code tongdao.public-url}, docs/guide/settings.md. */
@Component
public class FollowMail {

    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180})\\.[A-Za-z]{2,24}");
    private static final String TIMEOUT_MS = "10000";

    private final Environment settings;

    FollowMail(Environment settings) {
        this.settings = settings;
    }

    /** Whether host, sender and our own public address are set. */
    public boolean isReady() {
        return !setting("host").isEmpty()
                && isAddress(setting("from"))
                && settings.getProperty("tongdao.public-url", "").startsWith("http");
    }

    /** Whether this is one plain address, with nothing that could become a header of its own. */
    public static boolean isAddress(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches() && !text.contains("..");
    }

    /** Sends a text; false when the server did not take it. */
    boolean send(String to, Letter.Text text, String stopLink) {
        try {
            var sender = sender();
            var message = sender.createMimeMessage();
            var mail = new MimeMessageHelper(message, "UTF-8");
            mail.setFrom(new InternetAddress(setting("from")));
            mail.setTo(new InternetAddress(to, true));
            mail.setSubject(text.subject());
            mail.setText(text.body());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("List-Unsubscribe", "<" + stopLink + "/stop>");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            sender.send(message);
            return true;
        } catch (AddressException e) {
            return false;
        } catch (MessagingException | MailException e) {
            return false;
        }
    }

    /** Made for each letter: settings count at once, and a letter now and then needs no pool. */
    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(setting("host"));
        sender.setPort(settings.getProperty("tongdao.mail.port", Integer.class, 587));
        sender.setDefaultEncoding("UTF-8");
        if (!setting("user").isEmpty()) {
            sender.setUsername(setting("user"));
            sender.setPassword(setting("password"));
        }
        var more = sender.getJavaMailProperties();
        more.put("mail.smtp.auth", "" + !setting("user").isEmpty());
        // a password goes out over an encrypted line only
        more.put("mail.smtp.starttls.enable", "true");
        more.put("mail.smtp.starttls.required", "" + !setting("user").isEmpty());
        more.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            more.put("mail.smtp." + wait, TIMEOUT_MS);
        }
        return sender;
    }

    private String setting(String name) {
        return settings.getProperty("tongdao.mail." + name, "");
    }
}
