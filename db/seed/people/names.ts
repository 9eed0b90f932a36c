/** Where names come from. Pools are of common first and last names; the pairs are drawn, so nobody in particular is meant. */
export type Origin = keyof typeof NAMES

const words = (text: string) => text.trim().split(/\s+/)

export const NAMES = {
  norwegian: {
    first:
      words(`Ingrid Solveig Marte Kari Silje Astrid Hedda Tuva Ragnhild Kristin Anja Maren Synne Guro Tone Vilde Eline
      Sunniva Magnhild Torunn Lars Ole Henrik Magnus Sindre Eirik Håkon Jørgen Petter Øyvind Sverre Torbjørn Bjørnar Trond
      Vegard Knut Aksel Sondre Stian Geir`),
    last: words(`Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Berg Haugen Hagen Eriksen Dahl Lund
      Halvorsen Moen Strand Solberg Myhre Bakken Lie Tangen Fossum Aas Sæther Ødegård Ruud Nygård Brekke Vik Engen Hauge
      Sandvik Rønning Tveit Skogen Holte Farstad Gjerde`)
  },
  swedish: {
    first:
      words(`Elsa Linnea Ebba Maja Sofia Johanna Frida Malin Ylva Kerstin Åsa Annika Hanna Josefin Tilda Erik Oskar
      Viktor Anders Johan Gustav Mattias Fredrik Björn Niklas Emil Axel Rasmus Jesper Göran`),
    last: words(`Andersson Karlsson Nilsson Eriksson Svensson Gustafsson Lindberg Lindqvist Bergström Sandberg Holm Åkesson
      Sjögren Nyström Wallin Ekström Öberg Engström Hedlund Björk Fransson Lundin Söderberg Norberg Dahlgren Wikström
      Isaksson Hellström Strömberg Forsberg`)
  },
  british: {
    first:
      words(`Emma Charlotte Grace Hannah Lucy Fiona Megan Bethan Niamh Isla Harriet Rosie James Oliver Thomas Callum
      Rhys Ewan George Daniel Alistair Gareth Declan Hugh`),
    last: words(`Taylor Davies Evans Walker Wright Hughes Green Clarke Hall Morgan Campbell Murray Fraser Bennett Foster
      Ellis Marsh Whitfield Gallagher Byrne Pritchard Holloway Barker Winslow`)
  },
  american: {
    first:
      words(`Madison Hailey Brooke Savannah Jasmine Claire Paige Naomi Ethan Tyler Brandon Marcus Logan Caleb Derek
      Jordan Trevor Wesley`),
    last: words(`Miller Johnson Brooks Sullivan Parker Washington Reyes Hoffman Kessler Bryant Coleman Novak Freeman Delgado
      Whitaker Lang Schultz Monroe`)
  },
  indian: {
    first: words('Priya Ananya Kavya Divya Meera Arjun Rohan Vikram Sanjay Karthik Nikhil Lakshmi'),
    last: words('Sharma Iyer Patel Nair Reddy Menon Gupta Krishnan Banerjee Desai Rao Joshi')
  },
  nigerian: {
    first: words('Amara Chioma Ngozi Folake Adaeze Chinedu Emeka Tunde Segun Obinna'),
    last: words('Okafor Adeyemi Balogun Nwosu Eze Okonkwo Adebayo Obi Ogunleye Uche')
  },
  polish: {
    first: words('Agnieszka Katarzyna Magdalena Zofia Piotr Tomasz Marcin Wojciech Łukasz Paweł'),
    last: words('Kowalczyk Nowak Wiśniewska Zielińska Mazur Wójcik Kamiński Lewandowski Dąbrowski Szymański')
  },
  pakistani: {
    first: words('Ayesha Fatima Zainab Sana Hamza Bilal Usman Imran Faisal Kamran'),
    last: words('Khan Ahmed Malik Hussain Iqbal Butt Chaudhry Qureshi Raza Sheikh')
  },
  somali: {
    first: words('Hodan Ifrah Sagal Ayaan Abdi Liban Yusuf Guled Mahad Sahra'),
    last: words('Warsame Farah Jama Abdullahi Hersi Duale Osman Mohamud Isse Noor')
  },
  vietnamese: {
    first: words('Linh Thuy Mai Trang Minh Quang Duc Tuan'),
    last: words('Nguyen Tran Pham Hoang Vu Dang Bui Do')
  },
  persian: {
    first: words('Shirin Leila Parisa Nasrin Reza Arash Kaveh Dariush Babak Mina'),
    last: words('Rahimi Karimi Hosseini Tehrani Sadeghi Moradi Farahani Azizi Amini Kazemi')
  },
  ukrainian: {
    first: words('Oksana Iryna Olena Kateryna Andriy Dmytro Serhiy Taras Bohdan Yuliia'),
    last: words(
      'Shevchenko Kovalenko Bondarenko Melnyk Tkachenko Kravchuk Lysenko Hrytsenko Savchenko Marchenko'
    )
  },
  spanish: {
    first: words('Lucía Carmen Valentina Camila Elena Diego Mateo Javier Andrés Santiago Rafael Marisol'),
    last: words(
      'García Fernández Ramírez Castillo Herrera Morales Ortega Vargas Domínguez Navarro Rojas Peña'
    )
  },
  chinese: {
    first: words('Mei Lan Xiu Ying Wei Jun Hao Jian'),
    last: words('Chen Wang Li Zhang Liu Huang Zhao Wu')
  },
  finnish: {
    first: words('Aino Kaisa Päivi Helmi Juhani Mikko Antti Ville'),
    last: words('Virtanen Korhonen Mäkinen Nieminen Laine Heikkinen Koskinen Järvinen')
  },
  arab: {
    first: words('Nour Yasmin Rania Salma Omar Karim Samir Tariq Nadia Hassan'),
    last: words('Haddad Mansour Khalil Nasser Saleh Darwish Aziz Hamdan Younes Fakhoury')
  }
} as const
