/** A citizen of the demo city whom the visitor of the playground may play. */
export interface DemoCitizen {
  /** Telegram user id, and therefore the id of the private chat. */
  id: number;
  firstName: string;
  lastName?: string;
  /** `09…`, eleven digits; what the citizen's own contact carries. */
  mobile: string;
  /** Mobiles that are theirs too and that their messenger knows nothing of: their phone shows what comes there. */
  otherMobiles?: string[];
  /** One line for the visitor: what this citizen is good for trying. */
  tries: string;
}

/** A named point that the page offers when the citizen sends a location. */
export interface DemoPlace {
  name: string;
  latitude: number;
  longitude: number;
}

export interface PlaygroundOptions {
  token: string;
  botUsername: string;
  botName: string;
  citizens: DemoCitizen[];
  cityName: string;
  places?: DemoPlace[];
  /** Where the chats are kept over a restart; absent: nowhere. */
  chatsFile?: string;
  /** Dates of messages, and where the counters of updates and messages begin. */
  now?: () => Date;
  /** Milliseconds that only ever grow; flood limits and the age of button presses are measured by it. */
  elapsed?: () => number;
}
