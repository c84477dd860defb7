package org.tongdao.customs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;

/**
 * Reads the envelopes of the exchange platform. An envelope is taken whole or refused with {@link XmlRefusedException}: a transport that guesses loses
 * messages.
 */
public final class DxpReader {

    private static final int ID = 16;
    private static final int NODE = 8;

    private DxpReader() {}

    /** Reads a DxpMsg; its data are the business message, byte for byte. */
    public static DxpMessage message(byte[] xml) throws XmlRefusedException {
        return message(root(xml, "DxpMsg"));
    }

    /** Reads a DxpMsgSv, the form between nodes. */
    public static DxpServerMessage serverMessage(byte[] xml) throws XmlRefusedException {
        var root = root(xml, "DxpMsgSv");
        var number = root.get("SvNo");
        return new DxpServerMessage(
                number.text("MsgId", 32),
                number.optional("SubMsgId"),
                time(number, "SendTime"),
                number.text("EndNode", NODE),
                number.text("StaNode", NODE),
                message(root.get("DxpMsg")));
    }

    /** Reads a DxpRep, the platform's answer. */
    public static DxpReply reply(byte[] xml) throws XmlRefusedException {
        var root = root(xml, "DxpRep");
        var responses = new ArrayList<DxpReply.Response>();
        for (var response : root.list("Response")) {
            responses.add(response(response));
        }
        if (responses.isEmpty()) {
            throw new XmlRefusedException("a DxpRep holds at least one Response", root.line());
        }
        return new DxpReply(root.text("RecevierId", ID), root.optional("AdNodeId"), responses);
    }

    private static XmlTree root(byte[] xml, String name) throws XmlRefusedException {
        var root = XmlTree.read(xml);
        if (!root.is(DxpWriter.DXP, name)) {
            throw new XmlRefusedException("expected " + name + " in " + DxpWriter.DXP + ", not " + root.name(), 1);
        }
        return root;
    }

    private static DxpMessage message(XmlTree message) throws XmlRefusedException {
        var keys = new HashMap<String, String>();
        var added = message.find("AddInfo");
        for (var key :
                added.flatMap(a -> a.find("BizKey")).map(k -> k.list("Key")).orElse(List.of())) {
            if (keys.put(key.keyName(), key.text()) != null) {
                throw new XmlRefusedException("two business keys are called '" + key.keyName() + "'", key.line());
            }
        }
        return new DxpMessage(
                head(message.get("TransInfo")),
                data(message.get("Data")),
                added.map(a -> a.optional("FileName")).orElse(""),
                keys);
    }

    private static TransferHead head(XmlTree head) throws XmlRefusedException {
        var receivers = head.get("ReceiverIds").list("ReceiverId").stream()
                .map(XmlTree::text)
                .toList();
        if (receivers.isEmpty() || receivers.size() > 5) {
            throw new XmlRefusedException("a message has one to five receivers, here " + receivers.size(), head.line());
        }
        return new TransferHead(
                head.text("CopMsgId", 255),
                head.text("SenderId", ID),
                receivers,
                time(head, "CreatTime"),
                head.get("MsgType").text());
    }

    private static DxpReply.Response response(XmlTree response) throws XmlRefusedException {
        var results = new ArrayList<DxpReply.Result>();
        for (var result : response.find("Results").map(r -> r.list("Result")).orElse(List.of())) {
            results.add(new DxpReply.Result(
                    result.text("RecId", ID),
                    result.text("Code", 9),
                    result.optional("Info"),
                    result.optional("Note")));
        }
        return new DxpReply.Response(
                response.optional("NodeId"),
                response.text("ResponseCode", 9),
                response.optional("ResponseInfo"),
                results,
                day(response),
                response.optional("Note"),
                head(response.get("OriHead")));
    }

    private static LocalDate day(XmlTree response) throws XmlRefusedException {
        var text = response.text("NoticeTime", 40);
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw new XmlRefusedException("NoticeTime '" + text + "' is not a day", response.line());
        }
    }

    /** A time without an offset is one in China. */
    private static OffsetDateTime time(XmlTree parent, String child) throws XmlRefusedException {
        var text = parent.text(child, 40);
        try {
            boolean local = !text.matches(".{19,}([+-]\\d\\d:\\d\\d|Z)");
            return local
                    ? LocalDateTime.parse(text).atZone(ChinaTime.ZONE).toOffsetDateTime()
                    : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new XmlRefusedException(child + " '" + text + "' is not a time", parent.line());
        }
    }

    private static byte[] data(XmlTree data) throws XmlRefusedException {
        try {
            return Base64.getMimeDecoder().decode(data.text());
        } catch (IllegalArgumentException e) {
            throw new XmlRefusedException("Data is not base64", data.line());
        }
    }
}
