# What is sent by itself: outlets. Ids start with "sending-".
