import { allYear, fading, growing, type Theme } from './theme.ts'

/** Invoices, subscriptions, and leaving us. */
export const billingThemes: readonly Theme[] = [
  {
    key: 'invoice-old-address',
    type: 'bug',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Have the invoice sent to her new home.',
        obstacle:
          'She changed the address in the app in spring. The invoice still goes to the old one, where her ex lives.',
        words: 'He forwards them with comments.',
        did: 'Changed it in the billing system by hand. The two do not talk to each other.',
        minutes: 14
      },
      {
        tried: 'Change the address on the invoice.',
        obstacle:
          'The address in the app is for delivery and weather. The one for invoices can only be changed by us, which the app does not say.',
        minutes: 9
      },
      {
        tried: 'Pay before the reminder fee.',
        obstacle: 'He never saw the invoice: old address, new tenant, bin. Now there is a fee on top.',
        did: 'Took off the fee, corrected the address and sent a copy by mail.',
        minutes: 17
      },
      {
        lang: 'nb',
        tried: 'Få regningen til riktig adresse etter flytting.',
        obstacle: 'Adressen er endret i appen, men fakturaen viser fortsatt den gamle. Tredje måned på rad.',
        words: 'Hva er vitsen med å melde flytting, da?',
        minutes: 10
      },
      {
        tried: 'Get the housing benefit office to accept our invoice.',
        obstacle: 'They refuse since the street on it is not where she lives. She moved 14 months ago.',
        minutes: 22
      },
      {
        tried: 'Correct a spelling mistake in the street name.',
        obstacle:
          'Fixed on the profile page, the next PDF has the old spelling again. Even the copy of an old invoice should have the old one, so I see why, but this was a new one.',
        minutes: 11
      },
      {
        lang: 'sv',
        tried: 'Ändra fakturaadress till det nya huset.',
        obstacle: 'Kvittot i mejlet har rätt adress, pdf:en har fel. Banken frågar vilken som gäller.',
        minutes: 13
      },
      {
        tried: 'Move the account to the summer house and keep the bill in town.',
        obstacle:
          'The moment he changed the home, weather was right and the next invoice wrong. It takes one address for both or, it seems, neither.',
        minutes: 15
      },
      {
        tried: 'Find out which address we have.',
        obstacle: 'The app shows one, the invoice another and the parcel label a third, oldest of all.',
        words: 'You have a museum of my addresses.',
        did: 'Updated all three. I needed two colleagues for access.',
        minutes: 26
      },
      {
        tried: 'Have the invoice made out to the new owner of the flat.',
        obstacle: 'Name changed, address not. It went to a street the new owner has never heard of.',
        minutes: 12
      }
    ]
  },
  {
    key: 'charged-twice',
    type: 'bug',
    rhythm: fading,
    tellings: [
      {
        tried: 'Move from monthly to yearly Pluss.',
        obstacle: 'Was charged for the year and, three days later, for another month.',
        words: 'I thought I was being clever.',
        did: 'Refunded the month.',
        minutes: 13
      },
      {
        tried: 'Find out what the second 79 is for.',
        obstacle: 'Two homes, one of them sold. Both are billed under the same line of text.',
        minutes: 11
      },
      {
        tried: 'Upgrade in the middle of the month.',
        obstacle:
          'App says "you pay the difference". She paid the whole sum, and the difference comes back "within 30 days".',
        words: 'That is not paying the difference. That is lending you money.',
        minutes: 15
      },
      {
        lang: 'nb',
        tried: 'Bytte fra måned til år.',
        obstacle:
          'Trukket to ganger samme dag. Det ene beløpet står som reservert, men det vet jo ikke kunden.',
        did: 'Sjekket med økonomi: reservasjonen faller bort etter fem dager. Skrev det til kunden.',
        minutes: 16
      },
      {
        tried: 'Pay again after a declined card.',
        obstacle: 'First payment went through after all, during the night.',
        minutes: 9
      },
      {
        tried: 'Buy a subscription as a present for her parents.',
        obstacle:
          'The parents already had one. We took money for both for seven months, and they have one hub.',
        did: 'Refunded seven months with the host’s approval.',
        minutes: 24
      },
      {
        lang: 'sv',
        tried: 'Byta betalkort.',
        obstacle:
          'Båda korten debiterades samma månad. Han upptäckte det först när det gamla kortet övertrasserades.',
        minutes: 12
      },
      {
        tried: 'See on the invoice that the double charge was paid back.',
        obstacle:
          'The refund is there on the bank statement and nowhere with us, so his accountant cannot close the month.',
        minutes: 18
      }
    ]
  },
  {
    key: 'cancelled-still-billed',
    type: 'policy_or_process',
    rhythm: growing,
    tellings: [
      {
        tried: 'Cancel Pluss.',
        obstacle:
          'He cancelled in the app. Bought through the app store, so it goes on there. We know, the app knows, and nobody told him.',
        words: 'I pressed cancel. You wrote "sorry to see you go". And then you took the money.',
        minutes: 14
      },
      {
        tried: 'Find the button for ending the subscription.',
        obstacle: 'Upgrade is on the first page. Cancel is four levels down, under "Plan benefits".',
        minutes: 8
      },
      {
        tried: 'End the subscription after selling the house.',
        obstacle: 'The hub stays with the house, the new owner uses it happily, and she pays.',
        words: 'I hope they are warm, at least.',
        did: 'Ended it, refunded two months and wrote to the new owner.',
        minutes: 21
      },
      {
        tried: 'Cancel before the free months ran out.',
        obstacle: 'Cancelled on the last day, local time. We count in another zone, so it was the day after.',
        type: 'bug',
        minutes: 17
      },
      {
        lang: 'nb',
        tried: 'Si opp abonnementet til sin mor på sykehjem.',
        obstacle: 'Vi krever at eieren selv gjør det i appen. Hun har ikke telefon lenger.',
        words: 'Hun er 91 og kjenner meg ikke igjen hver dag.',
        did: 'Verten ordnet det med en gang. Men det burde stå et sted hva vi gjør.',
        minutes: 18
      },
      {
        tried: 'Stop the reminders for an account closed in summer.',
        obstacle: 'Debt letter for 79 kroner plus 35 in fees, for a month after the closing.',
        minutes: 20
      },
      {
        tried: 'Cancel one of two homes.',
        obstacle: 'Cancelled both. The cabin went out of price steering the same night.',
        minutes: 16,
        type: 'bug'
      },
      {
        tried: 'Get a confirmation that the contract has ended.',
        obstacle: 'None is sent. She asked for one in chat, got a survey about how happy she was.',
        words: 'Guess how happy.',
        minutes: 10
      },
      {
        lang: 'sv',
        tried: 'Säga upp Pluss men behålla hubben.',
        obstacle:
          'Appen säger att värmen slutar fungera. Det gör den inte, men texten skrämde honom att betala ett halvår till.',
        did: 'Förklarade vad som faktiskt försvinner, och sade upp det åt honom.',
        minutes: 12
      },
      {
        tried: 'Cancel by answering our e-mail about the new terms, as the mail says one can.',
        obstacle: 'Reply goes to an address that nobody reads. It bounced for the second person today.',
        minutes: 13
      },
      {
        tried: 'Leave on good terms and maybe return in autumn.',
        obstacle: 'No pause. Only end, with loss of history. He would have paused.',
        type: 'missing',
        minutes: 7
      }
    ]
  },
  {
    key: 'business-receipt',
    type: 'missing',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Get a receipt with the company’s number on it.',
        obstacle:
          'Field exists at checkout only if you choose Business, and then you cannot buy the starter kit.',
        minutes: 12
      },
      {
        tried: 'Claim the VAT back for the kit in her office.',
        obstacle: 'Our PDF says "incl. VAT" but not how much.',
        words: 'My accountant sighed so that I could hear it by e-mail.',
        minutes: 9
      },
      {
        tried: 'Have twelve monthly receipts in one file.',
        obstacle: 'One at a time, each behind a sign-in that asks for a code.',
        did: 'Collected them for her. Twenty minutes of clicking.',
        minutes: 25
      },
      {
        lang: 'nb',
        tried: 'Få faktura på firmaet i stedet for privat.',
        obstacle: 'Går ikke å bytte etterpå. Må kreditere og kjøpe på nytt, og da forsvinner introprisen.',
        minutes: 16
      },
      {
        tried: 'Send the invoice straight to the accounting system.',
        obstacle:
          'No electronic invoice for small businesses. He types it in by hand every month, and has for two years.',
        minutes: 6
      },
      {
        tried: 'Find last year’s receipts for the tax return.',
        obstacle: 'The list in the app ends after six months.',
        words: 'Tax people have a longer memory than you.',
        minutes: 11
      },
      {
        lang: 'sv',
        tried: 'Få ett kvitto med organisationsnummer.',
        obstacle: 'Kvittot visar bara namn. Hon driver en liten förskola och måste redovisa allt.',
        did: 'Bad ekonomi skriva ett manuellt, tog två dagar förra gången enligt anteckningarna.',
        minutes: 14
      },
      {
        tried: 'Book our charge against the right month.',
        obstacle: 'Invoice dated on the 1st, taken on the 28th before, period on it is the month after.',
        minutes: 13
      }
    ]
  }
]
